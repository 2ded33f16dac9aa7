"""The environment variables that operators set, with type and default (docs/settings.md)."""

import os
import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from django.core.exceptions import ImproperlyConfigured


@dataclass(frozen=True)
class Variable:
    """One environment variable; ``default`` is ``None`` where production must set it."""

    kind: type[bool] | type[int] | type[str] | type[list[str]]
    default: Any
    purpose: str
    development: Any = None  #: default with ``DEBUG=1``, where it is another one
    pattern: str = ".*"  #: regular expression that a text must match

    def default_for(self, debug: bool) -> Any:
        return self.development if debug and self.development is not None else self.default


RATE = r"0|[1-9]\d*/(s|min|h)"  # of univercity/api/access/throttling.py

VARIABLES = {
    "DEBUG": Variable(bool, False, "Development: error pages with detail, the defaults beside"),
    "SECRET_KEY": Variable(
        str,
        None,
        "Signs sessions and tokens; at least 50 random characters",
        development="development-only-" + "x" * 48,
    ),
    "SECRET_KEY_FALLBACKS": Variable(list, [], "Earlier keys that still verify, while rotating"),
    "ALLOWED_HOSTS": Variable(list, None, "Host names that the site answers to", development=["*"]),
    "CSRF_TRUSTED_ORIGINS": Variable(
        list, None, "Origins (https://host) from which forms are accepted", development=[]
    ),
    "BASE_URL": Variable(
        str,
        None,
        "Public address, used in e-mails, in API addresses and on first set-up",
        development="http://127.0.0.1:8000",
    ),
    "DATA_DIR": Variable(
        str,
        "var",
        "Folder of the embedded database, media and collected static files; "
        "relative to the working directory",
    ),
    "DATABASE_URL": Variable(
        str,
        "sqlite:///<DATA_DIR>/db.sqlite3",
        "SQLite or postgres://user:password@host:port/name",
    ),
    "DATABASE_POOL_SIZE": Variable(int, 4, "PostgreSQL connections per process"),
    "REDIS_URL": Variable(
        str, "", "Shared cache (redis://host:port/db); empty: memory of the process"
    ),
    "ANSWER_CACHE": Variable(
        bool, True, "Keep public answers and give them out again", development=False
    ),
    "ANSWER_CACHE_SECONDS": Variable(
        int, 900, "How long at most; a change drops them at once, if the cache can be reached"
    ),
    "BROWSER_CACHE_SECONDS": Variable(
        int, 60, "How long browsers keep a public answer without asking again", development=0
    ),
    "SHARED_CACHE_SECONDS": Variable(
        int,
        60,
        "How long a proxy or CDN does; a day (86400) where it is purged",
        development=0,
    ),
    "STALE_WHILE_REVALIDATE_SECONDS": Variable(
        int,
        30,
        "How long caches may still give out an answer that has run out, while they ask again",
        development=0,
    ),
    "PURGE_URL": Variable(
        str, "", "Where a CDN is asked to drop the answers with the keys in `Surrogate-Key`"
    ),
    "PURGE_METHOD": Variable(str, "PURGE", "The method of that request, for Fastly `POST`"),
    "PURGE_HEADER": Variable(str, "", "A header for it, such as `Fastly-Key: …`"),
    "FRONTEND_CACHE_URL": Variable(
        str, "", "Proxy or CDN that is sent a `PURGE` for each changed address"
    ),
    "TASK_WORKER": Variable(
        bool,
        False,
        "Queue background tasks in the database for `manage.py db_worker` "
        "instead of running them at once",
    ),
    "MEDIA_ROOT": Variable(str, "<DATA_DIR>/media", "Folder of uploaded files"),
    "MEDIA_URL": Variable(str, "/media/", "Address of uploaded files"),
    "S3_BUCKET": Variable(str, "", "Keep uploaded files in this S3 bucket instead of MEDIA_ROOT"),
    "S3_ENDPOINT_URL": Variable(str, "", "Address of an S3-compatible service but Amazon's"),
    "S3_REGION": Variable(
        str, "", "Region of the bucket; keys come from AWS_ACCESS_KEY_ID and so on"
    ),
    "S3_CUSTOM_DOMAIN": Variable(
        str, "", "Host under which the bucket's files are public; empty: signed, expiring links"
    ),
    "STATIC_ROOT": Variable(str, "<DATA_DIR>/static", "Target of collectstatic"),
    "EMAIL_URL": Variable(
        str,
        "smtp://localhost:25",
        "Mail server: smtp+tls://user:password@host:port",
        development="consolemail://",
    ),
    "DEFAULT_FROM_EMAIL": Variable(str, "webmaster@localhost", "Sender of notification e-mails"),
    "CHECK_EXTERNAL_LINKS": Variable(
        bool,
        True,
        "Ask other sites whether links to them work: a few requests a minute from `manage.py tick`",
        development=False,
    ),
    "PREVIEW_TOKEN_MINUTES": Variable(
        int, 60, "How long a preview in a frontend stays open after the last change, in minutes"
    ),
    "API_WRITES": Variable(
        bool, False, "Let tokens made for it change content through API v3; off: only read"
    ),
    "API_RATE_PER_ADDRESS": Variable(
        str,
        "600/min",
        "Requests to the API without token from one address (IPv6: /64), "
        "as a number for s, min or h; 0: any number",
        pattern=RATE,
    ),
    "API_RATE_PER_TOKEN": Variable(
        str, "3000/min", "Requests to the API with one token", pattern=RATE
    ),
    "CORS_ORIGINS": Variable(
        list,
        [],
        "Origins (https://host) whose pages may read API and documents in the browser; *: all",
    ),
    "TRANSLATION_GATE_WARNS": Variable(
        list,
        [],
        "Page types, such as calendar_pages.EventPage or calendar_pages.EventPage:en, whose "
        "incomplete translations may be published with a warning",
    ),
    "MACHINE_TRANSLATION": Variable(
        str,
        "",
        "Service that texts are translated by first: deepl, libretranslate or dummy; empty: none",
        pattern="deepl|libretranslate|dummy",
    ),
    "MACHINE_TRANSLATION_KEY": Variable(str, "", "The key that the service has given out"),
    "MACHINE_TRANSLATION_URL": Variable(
        str, "", "Its address: of LibreTranslate; of DeepL only where it is not the usual one"
    ),
    "MACHINE_TRANSLATION_CHARACTERS": Variable(
        int, 500_000, "Characters that are sent to it in a calendar month at most; 0: any number"
    ),
    "MACHINE_TRANSLATION_VARIANTS": Variable(
        list,
        ["en=EN-GB", "pt=PT-PT"],
        "DeepL's code for a language, or for a pair such as de>en=EN-US",
    ),
    "MACHINE_TRANSLATION_FORMALITY": Variable(
        list,
        ["de=prefer_more"],
        "How DeepL addresses readers in a language: prefer_more, prefer_less or default",
    ),
    "CHANGES_KEPT_DAYS": Variable(
        int, 90, "How far back /api/v3/changes/ and the log of webhooks reach"
    ),
    "BEHIND_PROXY": Variable(
        bool,
        False,
        "Trust X-Forwarded-Proto and X-Forwarded-For: "
        "only behind a proxy that sets the one and adds to the other",
    ),
    "PROXY_COUNT": Variable(
        int, 1, "Proxies of ours one behind the other, such as CDN and nginx; with BEHIND_PROXY"
    ),
    "SECURE_SSL_REDIRECT": Variable(
        bool, True, "Answer http:// with a redirect to https://", development=False
    ),
    "SECURE_HSTS_SECONDS": Variable(
        int, 63072000, "How long browsers insist on https (two years)", development=0
    ),
    "LOG_LEVEL": Variable(str, "INFO", "Least severe message written to standard error"),
}

BOOLEANS = {
    **dict.fromkeys(("1", "true", "yes", "on"), True),
    **dict.fromkeys(("0", "false", "no", "off"), False),
}


def read_environment() -> dict[str, Any]:
    """Return every variable above with its value; an empty one counts as not set.

    Raises ``ImproperlyConfigured``, naming the variables, where a required one is missing, a value
    has the wrong type, or a development value would reach production.
    """
    debug = bool(_read("DEBUG", debug=False))
    values = {name: _read(name, debug) for name in VARIABLES}
    missing = [name for name, value in values.items() if value is None]
    if missing:
        raise ImproperlyConfigured(
            f"Set the environment variables {', '.join(missing)} (docs/settings.md), "
            "or DEBUG=1 for development."
        )
    if not debug:
        _refuse_development_values(values)
    return values


def _read(name: str, debug: bool) -> Any:
    variable = VARIABLES[name]
    text = os.environ.get(name, "").strip()
    if text:
        return _parse(name, text)
    default = variable.default_for(debug)
    if isinstance(default, str) and "<DATA_DIR>" in default:
        folder = _read("DATA_DIR", debug)
        return default.replace("<DATA_DIR>", quote(folder) if "://" in default else folder)
    return default


def _parse(name: str, text: str) -> Any:
    kind = VARIABLES[name].kind
    if not re.fullmatch(VARIABLES[name].pattern, text):
        raise ImproperlyConfigured(f"{name} must match {VARIABLES[name].pattern}, not {text!r}.")
    try:
        if kind is bool:
            return BOOLEANS[text.lower()]
        if kind is list:
            return [item.strip() for item in text.split(",") if item.strip()]
        return kind(text)
    except (KeyError, ValueError) as error:
        expected = "0 or 1" if kind is bool else "a whole number"
        raise ImproperlyConfigured(f"{name} must be {expected}, not {text!r}.") from error


def _refuse_development_values(values: dict[str, Any]) -> None:
    if values["SECRET_KEY"] == VARIABLES["SECRET_KEY"].development:
        raise ImproperlyConfigured("SECRET_KEY is the public one of development; make your own.")
    if "*" in values["ALLOWED_HOSTS"]:
        raise ImproperlyConfigured("ALLOWED_HOSTS must name the hosts; * accepts any.")
