from django.apps import AppConfig
from django.core.checks import register
from django.utils.translation import gettext_lazy as _


class TranslationDeskConfig(AppConfig):
    name = "univercity.translation_desk"
    verbose_name = _("Translation desk")

    def ready(self) -> None:
        from univercity.translation_desk.assignments import signal_handlers, subtrees  # noqa: PLC0415 - needs loaded models
        from univercity.translation_desk.bulk_actions import tasks as bulk_actions  # noqa: PLC0415 - needs loaded models
        from univercity.translation_desk.machine import tasks as pretranslations  # noqa: PLC0415 - needs loaded models
        from univercity.translation_desk.machine.providers.choice import check_machine  # noqa: PLC0415 - needs loaded models
        from univercity.translation_desk.memory import matches  # noqa: PLC0415 - needs loaded models
        from univercity.translation_desk.notifications import emails  # noqa: PLC0415 - needs loaded models

        register(check_machine)
        matches.connect()
        pretranslations.connect()
        signal_handlers.connect()
        subtrees.connect()
        emails.connect()
        bulk_actions.connect()
