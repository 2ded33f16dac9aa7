"""Our apps with their models and nothing else, and an app that takes back what they override."""

from django.apps import AppConfig


class ModelsOnly(AppConfig):
    """An app of ours that changes nothing when it starts."""

    def ready(self):
        pass


class Univercity(ModelsOnly):
    name = "univercity"


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


class Translation(ModelsOnly):
    name = "univercity.translation"


class Stock(AppConfig):
    """Stands before all others: Wagtail reads ``api_fields`` when API v3 is loaded."""

    name = "benchmarks.stock"

    def ready(self):
        from benchmarks.stock import restoring  # noqa: PLC0415 - needs loaded models

        restoring.restore()
