"""Our apps with their models and nothing else, and an app that takes back what they override."""

from django.apps import AppConfig


class ModelsOnly(AppConfig):
    """An app of ours that changes nothing when it starts."""

    def ready(self):
        pass


class Content(ModelsOnly):
    name = "univercity.content"
    label = "univercity"


class Publishing(ModelsOnly):
    name = "univercity.publishing"


class HttpCache(ModelsOnly):
    name = "univercity.http_cache"


class Previews(ModelsOnly):
    name = "univercity.previews"


class Translation(ModelsOnly):
    name = "univercity.translation"


class Api(ModelsOnly):
    name = "univercity.api"


class TranslationDesk(ModelsOnly):
    name = "univercity.translation_desk"


class Editorial(ModelsOnly):
    name = "univercity.editorial"


class Home(ModelsOnly):
    name = "home"


class Network(ModelsOnly):
    name = "network"


class CalendarPages(ModelsOnly):
    name = "calendar_pages"


class Roles(ModelsOnly):
    name = "roles"


class Demo(ModelsOnly):
    name = "demo"


class Stock(AppConfig):
    """Stands before all others: Wagtail reads ``api_fields`` when API v3 is loaded."""

    name = "benchmarks.stock"

    def ready(self):
        from benchmarks.stock import restoring  # noqa: PLC0415 - needs loaded models

        restoring.restore()
