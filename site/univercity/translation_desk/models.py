"""Where Django looks for the models of this app; each stands in the module of its concept."""

from univercity.translation_desk.assignments.models import TranslationJob
from univercity.translation_desk.bulk_actions.models import Batch, BatchItem
from univercity.translation_desk.glossary.models import Term
from univercity.translation_desk.machine.models import MachineUsage
from univercity.translation_desk.notifications.models import NoticeSettings
from univercity.translation_desk.uploads.models import ImportFile

__all__ = [
    "Batch",
    "BatchItem",
    "ImportFile",
    "MachineUsage",
    "NoticeSettings",
    "Term",
    "TranslationJob",
]
