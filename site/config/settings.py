"""Settings: safe for production by default, loosened by the environment (docs/settings.md)."""

from pathlib import Path
from typing import Any

import environ
from django.utils.translation import gettext_lazy as _

from config.caches import read_caches
from config.databases import read_databases
from config.environment import read_environment
from config.machine_translation import read_machine_translation

env = read_environment()
PROJECT_ROOT = Path(__file__).resolve().parents[2]

DEBUG = env["DEBUG"]
SECRET_KEY = env["SECRET_KEY"]
SECRET_KEY_FALLBACKS = env["SECRET_KEY_FALLBACKS"]
ALLOWED_HOSTS = env["ALLOWED_HOSTS"]
CSRF_TRUSTED_ORIGINS = env["CSRF_TRUSTED_ORIGINS"]
ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

OWN_APPS = [
    "univercity.content",  # before Wagtail: its API schemas and receivers take precedence
    "univercity.publishing",
    "univercity.http_cache",
    "univercity.previews",
    "univercity.translation",
    "univercity.api",
    "univercity.translation_desk",
    "univercity.editorial",
    "home",
    "network",
    "calendar_pages",
    "roles",
    "demo",
]
INSTALLED_APPS = [
    *OWN_APPS,
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.api.v2",
    "wagtail.api.v3",
    "univercity.publishing.redirects.RedirectsConfig",  # wagtail.contrib.redirects
    "wagtail.contrib.typed_table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "corsheaders",
    "ninja",  # serves the interactive API docs from our own static files
    "django_tasks",
    "django_tasks_db",
    "whitenoise.runserver_nostatic",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",  # similar texts, where the database is PostgreSQL
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "corsheaders.middleware.CorsMiddleware",  # what it adds is of the caller, and not stored
    "univercity.http_cache.middleware.AnswerCacheMiddleware",  # sees what all others add
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "univercity.api.access.middleware.ApiAccessMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "univercity.content.reading.answer.ReadingMiddleware",
    "univercity.content.middleware.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "roles.confinement.ConfinementMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "univercity.previews.middleware.PreviewMiddleware",
    "univercity.content.refusals.RefusalMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PROJECT_ROOT / "templates"],  # in a wheel they lie in univercity/content
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# Database, cache, background tasks

DATABASES = read_databases(env)
CACHES = read_caches(env)
DJANGO_REDIS_LOG_IGNORED_EXCEPTIONS = True
ANSWER_CACHE = env["ANSWER_CACHE"]
ANSWER_CACHE_SECONDS = env["ANSWER_CACHE_SECONDS"]
BROWSER_CACHE_SECONDS = env["BROWSER_CACHE_SECONDS"]
SHARED_CACHE_SECONDS = env["SHARED_CACHE_SECONDS"]
STALE_WHILE_REVALIDATE_SECONDS = env["STALE_WHILE_REVALIDATE_SECONDS"]
PURGE_URL = env["PURGE_URL"]
PURGE_METHOD = env["PURGE_METHOD"]
PURGE_HEADER = env["PURGE_HEADER"]
if env["FRONTEND_CACHE_URL"]:
    WAGTAILFRONTENDCACHE = {
        "default": {
            "BACKEND": "univercity.http_cache.purging.PurgeBackend",
            "LOCATION": env["FRONTEND_CACHE_URL"],
        }
    }

TASKS = {
    "default": {
        "BACKEND": "django_tasks_db.DatabaseBackend"
        if env["TASK_WORKER"]
        else "django_tasks.backends.immediate.ImmediateBackend"
    }
}

# Files

MEDIA_ROOT = Path(env["MEDIA_ROOT"]).resolve()
MEDIA_URL = env["MEDIA_URL"]
STATIC_ROOT = Path(env["STATIC_ROOT"]).resolve()
STATIC_URL = "/static/"
STORAGES: dict[str, Any] = {
    "default": {"BACKEND": "univercity.content.media.storage.MediaStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
if env["S3_BUCKET"]:
    STORAGES["default"] = {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            "bucket_name": env["S3_BUCKET"],
            "endpoint_url": env["S3_ENDPOINT_URL"] or None,
            "region_name": env["S3_REGION"] or None,
            "custom_domain": env["S3_CUSTOM_DOMAIN"] or None,
            "file_overwrite": False,
            "querystring_auth": not env["S3_CUSTOM_DOMAIN"],
        },
    }
WAGTAILDOCS_SERVE_METHOD = "serve_view"  # S3's default, a redirect, lets anyone guess the address

# Languages: German is the source, English its translation (docs/architecture.md)

LANGUAGE_CODE = "de"
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [("de", _("German")), ("en", _("English"))]
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
WAGTAIL_I18N_ENABLED = True
TIME_ZONE = "Europe/Berlin"
USE_TZ = True
# One catalogue for all apps; makemessages writes to it.
LOCALE_PATHS = [Path(__file__).resolve().parent / "locale"]
# Without this, submitting a page for translation puts German text live under /en/.
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False
WAGTAILLOCALIZE_DISABLE_ON_DELETE = True  # deleting a translation keeps its strings
WAGTAILLOCALIZE_JOBS = {
    "BACKEND": "univercity.translation_desk.jobs.task_backend.TaskBackend",
    "OPTIONS": {"SUBTREE_TASK": "univercity.translation_desk.jobs.subtrees.submit_below"},
}
TRANSLATION_FILE_MAX_BYTES = 20 * 1024 * 1024  # of an upload, unpacked
TRANSLATION_GATE_WARNS = env["TRANSLATION_GATE_WARNS"]
MACHINE_TRANSLATION = read_machine_translation(env)

# Users

AUTH_USER_MODEL = "univercity.User"
LOGIN_URL = "wagtailadmin_login"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}Validator"}
    for name in ("UserAttributeSimilarity", "MinimumLength", "CommonPassword", "NumericPassword")
]

# Wagtail

WAGTAIL_SITE_NAME = "UniverCity Bochum"
WAGTAILADMIN_BASE_URL = WAGTAILAPI_BASE_URL = env["BASE_URL"].rstrip("/")
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAILADMIN_UNSAFE_PAGE_DELETION_LIMIT = 5  # deleting more asks for the name of the site
WAGTAILREDIRECTS_AUTO_CREATE = True
FORMAT_MODULE_PATH = "config.formats"
WAGTAIL_DATE_FORMAT = "%d.%m.%Y"
WAGTAIL_DATETIME_FORMAT = "%d.%m.%Y %H:%M"
WAGTAIL_AUTOSAVE_INTERVAL = 3000  # milliseconds; the default of 500 floods the page history
WAGTAIL_FINISH_WORKFLOW_ACTION = "roles.publication.publish_approved"
WAGTAIL_ENABLE_UPDATE_CHECK = False  # asks a foreign host
WAGTAIL_GRAVATAR_PROVIDER_URL = None  # asks a foreign host
WAGTAILEMBEDS_FINDERS: list[Any] = []  # asks foreign hosts; videos are links with consent
WAGTAILIMAGES_IMAGE_MODEL = "univercity.Image"
WAGTAILIMAGES_IMAGE_FORM_BASE = "univercity.content.media.image_form.ImageForm"
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpeg", "jpg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 10 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 40_000_000
WAGTAILDOCS_DOCUMENT_MODEL = "univercity.Document"
WAGTAILDOCS_EXTENSIONS = [
    *("csv", "docx", "odt", "pdf", "pptx", "txt", "xlsx", "zip"),
    *("m4a", "mp3", "mp4", "ogg", "vtt", "webm"),
]
WAGTAILDOCS_CONTENT_TYPES = {"m4a": "audio/mp4", "ogg": "audio/ogg", "vtt": "text/vtt"}
# Ten minutes of film in 720p; what is there to read may have less (content/media/documents.py).
WAGTAILDOCS_MAX_UPLOAD_SIZE = 200 * 1024 * 1024
# "simple": words as they are written, as on SQLite. One index holds two languages, and PostgreSQL
# would take the stems of the one its machine is set to.
WAGTAILSEARCH_BACKENDS = {
    "default": {"BACKEND": "univercity.content.search_backend", "SEARCH_CONFIG": "simple"}
}
WAGTAILAPI_LIMIT_MAX = 100
WAGTAILAPI_RICH_TEXT_FORMAT = "html"
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000  # a long page has more than Django's 1,000 form fields

# API (univercity/api)

API_WRITES = env["API_WRITES"]
API_RATE_PER_ADDRESS = env["API_RATE_PER_ADDRESS"]
API_RATE_PER_TOKEN = env["API_RATE_PER_TOKEN"]
PROXY_COUNT = env["PROXY_COUNT"] if env["BEHIND_PROXY"] else 0
CORS_URLS_REGEX = r"^/(api|documents)/"  # browsers refuse captions of another origin without
CORS_ALLOW_ALL_ORIGINS = "*" in env["CORS_ORIGINS"]
CORS_ALLOWED_ORIGINS = [origin for origin in env["CORS_ORIGINS"] if origin != "*"]
CORS_ALLOW_METHODS = ["GET", "HEAD", "OPTIONS"]
if API_WRITES:
    CORS_ALLOW_METHODS += ["DELETE", "PATCH", "POST", "PUT"]
CORS_ALLOW_HEADERS = ["accept", "authorization", "content-type", "if-none-match", "x-preview-token"]
CORS_EXPOSE_HEADERS = ["ETag", "Link", "Retry-After"]

# Links to other sites (univercity/editorial/link_check)

CHECK_EXTERNAL_LINKS = env["CHECK_EXTERNAL_LINKS"]
LINK_CHECK_ALLOWS_LOOPBACK = False  # for tests, which ask a server of their own

# Previews in frontends (univercity/previews)

PREVIEW_TOKEN_MINUTES = env["PREVIEW_TOKEN_MINUTES"]

# Changes and webhooks (univercity/publishing)

CHANGES_KEPT_DAYS = env["CHANGES_KEPT_DAYS"]
WEBHOOKS_ALLOW_LOOPBACK = DEBUG  # so that a frontend in development can listen

# E-mail

vars().update(environ.Env.email_url_config(env["EMAIL_URL"]))
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env["DEFAULT_FROM_EMAIL"]

# Security

SECURE_SSL_REDIRECT = env["SECURE_SSL_REDIRECT"]
SECURE_HSTS_SECONDS = env["SECURE_HSTS_SECONDS"]
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = not DEBUG
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if env["BEHIND_PROXY"] else None
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = not DEBUG
X_FRAME_OPTIONS = "SAMEORIGIN"  # the editor's preview panel shows pages in a frame,
SILENCED_SYSTEM_CHECKS = ["security.W019"]  # where the deployment check asks for DENY

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "()": "univercity.previews.tokens.RedactingFormatter",
            "format": "{asctime} {levelname} {name}: {message}",
            "style": "{",
        }
    },
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": env["LOG_LEVEL"]},
    "loggers": {
        "django": {},  # without Django's own handlers, which would say everything twice
        "django.server": {"propagate": True},  # runserver's lines, whose handler redacts nothing
        "django_tasks": {"level": "WARNING"},  # two lines for each task, four for each page saved
    },
}
