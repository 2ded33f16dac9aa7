from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ContentConfig(AppConfig):
    name = "univercity.content"
    label = "univercity"  # clients of the API know it: images are of the type univercity.Image
    verbose_name = _("UniverCity")

    def ready(self) -> None:
        # Before Wagtail connects its receivers: this app stands first.
        from univercity.content.wagtail_patches import indexing, repeated  # noqa: PLC0415 - needs loaded models

        indexing.connect()
        repeated.connect()
