"""What makes settings of ours those of a Wagtail project without our code."""

from typing import Any

#: The middleware that ``wagtail start`` writes, with the one for languages that Wagtail's
#: documentation adds, and the static files as production here has them.
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]
APPS = {
    "univercity.content": "benchmarks.stock.apps.Content",
    "univercity.publishing": "benchmarks.stock.apps.Publishing",
    "univercity.http_cache": "benchmarks.stock.apps.HttpCache",
    "univercity.previews": "benchmarks.stock.apps.Previews",
    "univercity.translation": "benchmarks.stock.apps.Translation",
    "univercity.api": "benchmarks.stock.apps.Api",
    "univercity.translation_desk": "benchmarks.stock.apps.TranslationDesk",
    "univercity.editorial": "benchmarks.stock.apps.Editorial",
    "home": "benchmarks.stock.apps.Home",
    "network": "benchmarks.stock.apps.Network",
    "calendar_pages": "benchmarks.stock.apps.CalendarPages",
    "roles": "benchmarks.stock.apps.Roles",
    "demo": "benchmarks.stock.apps.Demo",
}


#: Options of the database that a project has to ask for; the pool stays.
OWN_OPTIONS = {"server_side_binding", "prepare_threshold"}


def stock_settings(settings: dict[str, Any]) -> dict[str, Any]:
    """Return what is different from ``settings`` for stock Wagtail on the same models."""
    ours = settings["INSTALLED_APPS"]
    database = settings["DATABASES"]["default"]
    options = {name: database["OPTIONS"][name] for name in database["OPTIONS"].keys() - OWN_OPTIONS}
    return {
        "DATABASES": {"default": {**database, "OPTIONS": options}},
        "INSTALLED_APPS": [
            "benchmarks.stock.apps.Stock",
            *(APPS.get(app, app) for app in ours),
            "wagtail.contrib.frontend_cache",
        ],
        "MIDDLEWARE": MIDDLEWARE,
        "ROOT_URLCONF": "benchmarks.stock.urls",
        "STORAGES": {
            **settings["STORAGES"],
            "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
        },
        "WAGTAIL_FINISH_WORKFLOW_ACTION": "wagtail.workflows.publish_workflow_state",
    }
