"""Look up once what Wagtail looks up again and again while it makes an answer.

Replaces functions that Wagtail asks for each link, each translated page and each object, and whose
answer is the same throughout a request that only reads (``content.reading.answer``). Outside of one
each does what Wagtail's does. Wagtail keeps some of it in its cache or on the request object, which
costs a look-up in the shared cache each time, or is not at hand where links are made.

Tests: ``test_sites_and_languages_are_asked_for_once_for_an_answer``,
``test_addresses_are_made_once_for_an_answer`` and
``test_child_relations_are_found_once_for_a_model``.
"""

from collections.abc import Callable
from functools import cache
from typing import Any

from django.http import HttpRequest
from django.utils import translation
from modelcluster import models as modelcluster
from wagtail.models import Locale, Page, Site, sites
from wagtail.models.sites import SiteRootPath

from univercity.content.reading.answer import kept
from univercity.content.reading.surroundings import surroundings

find_site = sites.get_site_for_hostname
find_root_paths = Site.get_site_root_paths
find_active_locale = Locale.get_active
find_url_parts = Page.get_url_parts
find_child_relations = modelcluster.get_all_child_relations
find_child_m2m_relations = modelcluster.get_all_child_m2m_relations


def connect() -> None:
    """Replace the functions; call once."""
    sites.get_site_for_hostname = site_for_hostname
    Site.get_site_root_paths = staticmethod(site_root_paths)
    Locale.get_active = staticmethod(active_locale)
    Page.get_url_parts = url_parts
    modelcluster.get_all_child_relations = once_for_a_model(find_child_relations)
    modelcluster.get_all_child_m2m_relations = once_for_a_model(find_child_m2m_relations)


def once_for_a_model(find: Callable[[Any], list[Any]]) -> Callable[[Any], list[Any]]:
    """Keep what ``find`` returns for a model.

    django-modelcluster goes through all fields of the model for each object that is made of it.
    """

    @cache
    def found(options: Any) -> list[Any]:
        return find(options.model)

    return lambda model: found(model._meta)


def site_for_hostname(hostname: str, port: int) -> Site:
    """Replace ``sites.get_site_for_hostname``: one query for each ``Site.find_for_request``."""
    if kept.get() is None:
        return find_site(hostname, port)
    site = surroundings().site_at(hostname, port)
    if site is None:
        raise Site.DoesNotExist
    return site


def site_root_paths() -> list[SiteRootPath]:
    """Replace ``Site.get_site_root_paths``: one look-up in the cache for each address of a page."""
    return find_root_paths() if kept.get() is None else surroundings().root_paths


def active_locale() -> Locale:
    """Replace ``Locale.get_active``: one query for each page that is shown in another language."""
    known = {} if kept.get() is None else surroundings().locales
    code = translation.get_language()
    found = (each for each in known.values() if each.language_code == code)
    return next(found, None) or find_active_locale()


def url_parts(page: Page, request: HttpRequest | None = None) -> Any:
    """Replace ``Page.get_url_parts``: it is made anew for each link to the same page."""
    answer = kept.get()
    if answer is None:
        return find_url_parts(page, request)
    known = answer.setdefault(url_parts, {})
    key = (page.url_path, translation.get_language())
    if key not in known:
        known[key] = find_url_parts(page, request)
    return known[key]
