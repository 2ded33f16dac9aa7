from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ApiConfig(AppConfig):
    name = "univercity.api"
    verbose_name = _("API")

    def ready(self) -> None:
        # Before the first router of the API is made.
        from univercity.api import field_schemas  # noqa: PLC0415 - needs loaded models
        from univercity.api.access import authentication  # noqa: PLC0415 - needs loaded models

        field_schemas.register_field_schemas()
        authentication.connect()
