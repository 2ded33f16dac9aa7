from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HttpCacheConfig(AppConfig):
    name = "univercity.http_cache"
    verbose_name = _("HTTP cache")

    def ready(self) -> None:
        from univercity.http_cache import invalidation  # noqa: PLC0415 - needs loaded models

        invalidation.connect()
