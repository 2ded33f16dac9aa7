from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class UnivercityConfig(AppConfig):
    name = "univercity"
    verbose_name = _("UniverCity")

    def ready(self):
        # The first two must run before the first content and API router: this app stands first.
        from univercity.api import open_pages, v3  # noqa: PLC0415 - needs loaded models
        from univercity.content_checks import checking  # noqa: PLC0415 - needs loaded models
        from univercity.link_check import receivers  # noqa: PLC0415 - needs loaded models
        from univercity.translation import safeguards  # noqa: PLC0415 - needs loaded models

        v3.register_field_schemas()
        open_pages.connect()
        safeguards.connect()
        checking.connect()
        receivers.connect()
