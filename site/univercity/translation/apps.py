from django.apps import AppConfig
from django.core.checks import register
from django.utils.translation import gettext_lazy as _


class TranslationConfig(AppConfig):
    name = "univercity.translation"
    verbose_name = _("Translation")

    def ready(self) -> None:
        # They need loaded models.
        from univercity.translation.batches import working  # noqa: PLC0415
        from univercity.translation.checks import check_gate, check_machine  # noqa: PLC0415
        from univercity.translation.jobs import component  # noqa: PLC0415
        from univercity.translation.jobs import following as jobs  # noqa: PLC0415
        from univercity.translation.machine import tasks as pretranslations  # noqa: PLC0415
        from univercity.translation.memory import filling, of_no_page  # noqa: PLC0415
        from univercity.translation.notifications import digests, urgent  # noqa: PLC0415
        from univercity.translation.source_changes import following  # noqa: PLC0415
        from univercity.translation.state import refresh  # noqa: PLC0415
        from univercity.translation.undrafted import check_snippets  # noqa: PLC0415

        register(check_gate)
        register(check_machine)
        register(check_snippets)
        filling.connect()
        of_no_page.connect()
        pretranslations.connect()
        following.connect()
        refresh.connect()
        component.register()
        jobs.connect()
        digests.connect()
        urgent.connect()
        working.connect()
