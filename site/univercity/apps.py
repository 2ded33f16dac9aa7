from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class UnivercityConfig(AppConfig):
    name = "univercity"
    verbose_name = _("UniverCity")

    def ready(self):
        # The first two must run before the first content and API router, and indexing before
        # Wagtail connects its receivers: this app stands first.
        from univercity import indexing  # noqa: PLC0415 - needs loaded models
        from univercity.answer_cache import invalidation  # noqa: PLC0415 - needs loaded models
        from univercity.api import v3  # noqa: PLC0415 - needs loaded models
        from univercity.api.access import authentication  # noqa: PLC0415 - needs loaded models
        from univercity.changes import receivers as changes  # noqa: PLC0415 - needs loaded models
        from univercity.content_checks import checking  # noqa: PLC0415 - needs loaded models
        from univercity.frontend_preview import purge  # noqa: PLC0415 - needs loaded models
        from univercity.link_check import receivers  # noqa: PLC0415 - needs loaded models
        from univercity.reading import repeated  # noqa: PLC0415 - needs loaded models
        from univercity.translation import (  # noqa: PLC0415 - needs loaded models
            extraction,
            normal_form,
            permissions,
            safeguards,
            segments,
        )

        v3.register_field_schemas()
        authentication.connect()
        indexing.connect()
        extraction.connect()
        segments.connect()
        normal_form.connect()
        permissions.connect()
        safeguards.connect()
        checking.connect()
        receivers.connect()
        purge.connect()
        changes.connect()
        invalidation.connect()
        repeated.connect()
