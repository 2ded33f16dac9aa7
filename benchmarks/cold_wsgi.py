"""The site, storing every answer: many new addresses a minute are what is measured here."""

from config.wsgi import application
from univercity.http_cache import store

store.NEW_QUERIES_A_MINUTE = 10**9

__all__ = ["application"]
