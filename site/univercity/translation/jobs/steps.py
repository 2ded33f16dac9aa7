"""What is to be done next about a translation, and who does such things."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Case, Q, Value, When
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from univercity.translation.models import TranslationState, TranslationStatus
from univercity.translation.permissions import REVIEW, TRANSLATE


class Step(models.TextChoices):
    """The next step; the first that fits counts."""

    TRANSLATE = "translate", _("Translate")
    COMPARE = "compare", _("Compare with the German text")
    REVIEW = "review", _("Review")
    PUBLISH = "publish", _("Publish")
    NOTHING = "nothing", _("Nothing")


HAS_GAPS = Q(open__gt=0) | Q(error__gt=0)
#: There is nothing to work on, or nothing to do.
OUT_OF_REACH = Q(
    state__in=(
        TranslationState.MISSING,
        TranslationState.FALLBACK,
        TranslationState.NOT_NEEDED,
        TranslationState.CURRENT,
    )
)
UNFINISHED = Q(
    state__in=(
        TranslationState.DRAFT,
        TranslationState.OUTDATED_TEXT,
        TranslationState.OUTDATED_DATA,
    )
)


def next_step() -> Case:
    """Return an expression over ``TranslationStatus``: the next step."""
    return Case(
        When(OUT_OF_REACH, then=Value(Step.NOTHING)),
        When(state=TranslationState.IN_REVIEW, then=Value(Step.REVIEW)),
        When(HAS_GAPS, then=Value(Step.TRANSLATE)),
        When(unreviewed__gt=0, then=Value(Step.REVIEW)),
        # Kept by hand, without texts that could be counted.
        When(UNFINISHED & Q(total=0), then=Value(Step.COMPARE)),
        When(UNFINISHED, then=Value(Step.PUBLISH)),
        default=Value(Step.NOTHING),
        output_field=models.CharField(),
    )


def own_steps(user: Any) -> list[Step]:
    """Return the steps that an account does by its permissions; publishing depends on the page."""
    steps = [Step.TRANSLATE, Step.COMPARE] if user.has_perm(TRANSLATE) else []
    return [*steps, Step.REVIEW] if user.has_perm(REVIEW) else steps


def describe(status: TranslationStatus, step: str) -> str:
    """Say what is to be done, with numbers."""
    parts = []
    if step == Step.TRANSLATE:
        if status.open:
            text = ngettext("%(number)d text open", "%(number)d texts open", status.open)
            parts.append(text % {"number": status.open})
        if status.error:
            text = ngettext("%(number)d with an error", "%(number)d with an error", status.error)
            parts.append(text % {"number": status.error})
    if step in (Step.TRANSLATE, Step.REVIEW) and status.unreviewed:
        text = ngettext("%(number)d to be reviewed", "%(number)d to be reviewed", status.unreviewed)
        parts.append(text % {"number": status.unreviewed})
    return ", ".join(parts) or str(Step(step).label)
