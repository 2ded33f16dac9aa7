"""Writing to the site what a file brings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.db import transaction
from wagtail.log_actions import log
from wagtail_localize.models import StringTranslation, Translation

from univercity.translation.units import write_unit
from univercity.translation_desk.exchange.entries import Reading
from univercity.translation_desk.exchange.plan import Plan, Row, make_plan, uuid_of

#: Action in the history of the translated page; its data say how many texts.
IMPORTED = "univercity.import_translation"


@transaction.atomic
def apply_import(
    reading: Reading,
    user: Any,
    *,
    overwrite: Iterable[str] | None = (),
    chosen: Translation | None = None,
) -> tuple[Plan, list[Row]]:
    """Write the texts of a file that certainly belong on the site; they are to be reviewed then.

    The plan is made anew, so that nothing is overwritten that was written since it was shown.
    ``overwrite`` has the choices of conflicts that may be, or is ``None`` for all of them. Returns
    the plan and the rows that were written.
    """
    hold_still(reading, chosen)
    plan = make_plan(reading, user, chosen)
    rows = plan.to_write(overwrite)
    written: Counter[Translation] = Counter()
    for row in rows:
        if row.found and row.document:
            write_unit(row.found.unit, row.text, user=user, tool=row.section.tool)
            written[row.document.translation] += 1
    for translation, number in written.items():
        note_in_history(translation, number, user)
    return plan, rows


def hold_still(reading: Reading, chosen: Translation | None) -> None:
    """Keep others from changing the translations until this transaction ends."""
    uuids = {uuid for section in reading.sections if (uuid := uuid_of(section))}
    uuids |= {chosen.uuid} if chosen else set()
    rows = Translation.objects.select_for_update().filter(uuid__in=uuids)
    for translation in rows.order_by("pk").select_related("source"):
        texts = StringTranslation.objects.select_for_update().filter(
            locale=translation.target_locale_id, context__object=translation.source.object_id
        )
        list(texts.order_by("pk").values_list("pk"))


def note_in_history(translation: Translation, number: int, user: Any) -> None:
    try:
        target = translation.get_target_instance()
    except ObjectDoesNotExist:
        return
    log(instance=target, action=IMPORTED, user=user, data={"texts": number})
