from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EditorialConfig(AppConfig):
    name = "univercity.editorial"
    verbose_name = _("Editorial desk")

    def ready(self) -> None:
        from univercity.editorial.content_checks import checking as content_checks  # noqa: PLC0415 - needs loaded models
        from univercity.editorial.link_check import checking as link_check  # noqa: PLC0415 - needs loaded models

        content_checks.connect()
        link_check.connect()
