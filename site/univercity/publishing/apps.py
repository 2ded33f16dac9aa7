from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PublishingConfig(AppConfig):
    name = "univercity.publishing"
    verbose_name = _("Publishing")

    def ready(self) -> None:
        from univercity.publishing.changes import recording  # noqa: PLC0415 - needs loaded models

        recording.connect()
