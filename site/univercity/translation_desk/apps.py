from django.apps import AppConfig
from django.core.checks import register
from django.utils.translation import gettext_lazy as _


class TranslationDeskConfig(AppConfig):
    name = "univercity.translation_desk"
    verbose_name = _("Translation desk")

    def ready(self) -> None:
        from univercity.translation_desk import notifications  # noqa: PLC0415 - needs loaded models
        from univercity.translation_desk.batches import working  # noqa: PLC0415 - needs loaded models
        from univercity.translation_desk.checks import check_machine  # noqa: PLC0415 - needs loaded models
        from univercity.translation_desk.jobs import following, subtrees  # noqa: PLC0415 - needs loaded models
        from univercity.translation_desk.machine import tasks as pretranslations  # noqa: PLC0415 - needs loaded models
        from univercity.translation_desk.memory import matches  # noqa: PLC0415 - needs loaded models

        register(check_machine)
        matches.connect()
        pretranslations.connect()
        following.register()
        following.connect()
        subtrees.connect()
        notifications.connect()
        working.connect()
