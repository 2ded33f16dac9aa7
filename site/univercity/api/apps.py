from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ApiConfig(AppConfig):
    name = "univercity.api"
    verbose_name = _("API")

    def ready(self) -> None:
        from univercity.api import field_schemas  # noqa: PLC0415 - needs loaded models
        from univercity.api.wagtail_patches import schemas, token_views  # noqa: PLC0415 - needs loaded models

        # Before the first router of the API is made.
        field_schemas.register_field_schemas()
        schemas.connect()
        token_views.connect()
