"""The environment variables that operators set, with type and default (docs/settings.md).

``REQUIRED`` has no default: the process refuses to start without it, except with ``DEBUG=1``,
which gives it a development default. Names follow django-environ and the twelve-factor habit.
"""

from typing import Any

import environ

REQUIRED = object()

#: name: (type, production default, development default, what it is for)
VARIABLES: dict[str, tuple[type, Any, Any, str]] = {
    "DEBUG": (bool, False, True, "Development mode: error pages with detail, development defaults"),
    "SECRET_KEY": (
        str,
        REQUIRED,
        "development-only-" + "x" * 48,
        "Signs sessions and tokens; at least 50 random characters",
    ),
    "SECRET_KEY_FALLBACKS": (list, [], [], "Earlier keys that still verify, while rotating"),
    "ALLOWED_HOSTS": (list, REQUIRED, ["*"], "Host names that the site answers to"),
    "CSRF_TRUSTED_ORIGINS": (
        list,
        REQUIRED,
        [],
        "Origins (https://host) from which forms are accepted",
    ),
    "BASE_URL": (
        str,
        REQUIRED,
        "http://127.0.0.1:8000",
        "Public address, used in notification e-mails and on first set-up",
    ),
    "DATA_DIR": (
        str,
        "var",
        "var",
        "Folder of the embedded database, media and collected static files; "
        "relative to the working directory",
    ),
    "DATABASE_URL": (
        str,
        "sqlite:///<DATA_DIR>/db.sqlite3",
        "sqlite:///<DATA_DIR>/db.sqlite3",
        "SQLite or postgres://user:password@host:port/name",
    ),
    "DATABASE_POOL_SIZE": (int, 4, 4, "PostgreSQL connections per process"),
    "REDIS_URL": (str, "", "", "Shared cache (redis://host:port/db); empty: memory of the process"),
    "TASK_WORKER": (
        bool,
        False,
        False,
        "Queue background tasks in the database for `manage.py db_worker` "
        "instead of running them at once",
    ),
    "MEDIA_ROOT": (str, "<DATA_DIR>/media", "<DATA_DIR>/media", "Folder of uploaded files"),
    "MEDIA_URL": (str, "/media/", "/media/", "Address of uploaded files"),
    "S3_BUCKET": (str, "", "", "Keep uploaded files in this S3 bucket instead of MEDIA_ROOT"),
    "S3_ENDPOINT_URL": (str, "", "", "Address of an S3-compatible service other than Amazon's"),
    "S3_REGION": (str, "", "", "Region of the bucket; keys come from AWS_ACCESS_KEY_ID and so on"),
    "S3_CUSTOM_DOMAIN": (str, "", "", "Host under which the bucket's files are public"),
    "STATIC_ROOT": (str, "<DATA_DIR>/static", "<DATA_DIR>/static", "Target of collectstatic"),
    "EMAIL_URL": (
        str,
        "smtp://localhost:25",
        "consolemail://",
        "Mail server: smtp+tls://user:password@host:port",
    ),
    "DEFAULT_FROM_EMAIL": (
        str,
        "webmaster@localhost",
        "webmaster@localhost",
        "Sender of notification e-mails",
    ),
    "BEHIND_PROXY": (
        bool,
        False,
        False,
        "Trust X-Forwarded-Proto: only behind a proxy that sets or removes it",
    ),
    "SECURE_SSL_REDIRECT": (bool, True, False, "Answer http:// with a redirect to https://"),
    "SECURE_HSTS_SECONDS": (int, 63072000, 0, "How long browsers insist on https (two years)"),
    "LOG_LEVEL": (str, "INFO", "INFO", "Least severe message written to standard error"),
}


def read_environment() -> dict[str, Any]:
    """Return every variable above with its value.

    Raises ``django.core.exceptions.ImproperlyConfigured``, naming the variable, where a required
    one is missing or a value has the wrong type.
    """
    env = environ.Env()
    debug = env.bool("DEBUG", default=False)
    values: dict[str, Any] = {}
    for name, (kind, production, development, _purpose) in VARIABLES.items():
        default = development if debug else production
        # env.Env.NOTSET makes django-environ raise ImproperlyConfigured for a missing variable.
        fallback = env.NOTSET if default is REQUIRED else default
        values[name] = env.get_value(name, cast=kind, default=fallback)
    values["DEBUG"] = debug
    for name, value in values.items():
        if isinstance(value, str):
            values[name] = value.replace("<DATA_DIR>", values["DATA_DIR"])
    return values
