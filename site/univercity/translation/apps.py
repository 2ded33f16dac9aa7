from django.apps import AppConfig
from django.core.checks import register
from django.utils.translation import gettext_lazy as _


class TranslationConfig(AppConfig):
    name = "univercity.translation"
    verbose_name = _("Translation")

    def ready(self) -> None:
        from univercity.translation import normal_form, permissions  # noqa: PLC0415 - needs loaded models
        from univercity.translation.checks import check_gate  # noqa: PLC0415 - needs loaded models
        from univercity.translation.localize_patches import safeguards, segments  # noqa: PLC0415 - needs loaded models
        from univercity.translation.source_changes import following  # noqa: PLC0415 - needs loaded models
        from univercity.translation.state import refresh  # noqa: PLC0415 - needs loaded models
        from univercity.translation.undrafted import check_snippets  # noqa: PLC0415 - needs loaded models

        register(check_gate)
        register(check_snippets)
        segments.connect()
        normal_form.connect()
        permissions.connect()
        safeguards.connect()
        following.connect()
        refresh.connect()
