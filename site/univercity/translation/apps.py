from django.apps import AppConfig
from django.core.checks import register
from django.utils.translation import gettext_lazy as _


class TranslationConfig(AppConfig):
    name = "univercity.translation"
    verbose_name = _("Translation")

    def ready(self) -> None:
        from univercity.translation import normal_form, permissions  # noqa: PLC0415 - needs loaded models
        from univercity.translation.checks import check_gate, check_snippets  # noqa: PLC0415 - needs loaded models
        from univercity.translation.localize_patches import (  # noqa: PLC0415 - needs loaded models
            extraction,
            fallbacks,
            new_pages,
            placeholders,
            publishing,
            segments,
            texts_of_no_page,
        )
        from univercity.translation.source_changes import propagation  # noqa: PLC0415 - needs loaded models
        from univercity.translation.state import refresh  # noqa: PLC0415 - needs loaded models

        for patch in (
            extraction,
            segments,
            fallbacks,
            publishing,
            new_pages,
            placeholders,
            texts_of_no_page,
        ):
            patch.connect()
        normal_form.connect()
        permissions.connect()
        propagation.connect()
        refresh.connect()
        register(check_gate)
        register(check_snippets)
