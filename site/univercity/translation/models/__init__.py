from univercity.translation.models.basis import TranslationBasis
from univercity.translation.models.batch import Batch, BatchItem
from univercity.translation.models.exemption import Exemption
from univercity.translation.models.import_file import ImportFile
from univercity.translation.models.job import TranslationJob
from univercity.translation.models.machine_usage import MachineUsage
from univercity.translation.models.notice_settings import NoticeSettings
from univercity.translation.models.review import Review
from univercity.translation.models.status import TranslationState, TranslationStatus
from univercity.translation.models.term import Term

__all__ = [
    "Batch",
    "BatchItem",
    "Exemption",
    "ImportFile",
    "MachineUsage",
    "NoticeSettings",
    "Review",
    "Term",
    "TranslationBasis",
    "TranslationJob",
    "TranslationState",
    "TranslationStatus",
]
