from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PreviewsConfig(AppConfig):
    name = "univercity.previews"
    verbose_name = _("Previews")

    def ready(self) -> None:
        from univercity.previews import opening  # noqa: PLC0415 - needs loaded models

        opening.connect()
