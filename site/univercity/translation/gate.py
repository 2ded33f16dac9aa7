"""What keeps a translated page or snippet from being published.

Pages and snippets must be complete: each text translated, without an error, and approved by a
person where a tool wrote it. A page must stand below public ones, because its address is theirs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy
from wagtail.models import Page
from wagtail_localize.models import Translation

from univercity.content.refusals import Refused
from univercity.translation.units import Unit, UnitState, units_of

#: Translations that somebody with the right to do so is publishing although they are incomplete.
_let_through: ContextVar[frozenset[int]] = ContextVar(
    "translations let through", default=frozenset()
)

MESSAGES = {
    UnitState.OPEN: ngettext_lazy(
        "%(number)d segment is not translated yet. Translate it, then publish the page.",
        "%(number)d segments are not translated yet. Translate them, then publish the page.",
        "number",
    ),
    UnitState.ERROR: ngettext_lazy(
        "%(number)d segment has an error. Correct it, then publish the page.",
        "%(number)d segments have an error. Correct them, then publish the page.",
        "number",
    ),
    UnitState.UNREVIEWED: ngettext_lazy(
        "%(number)d segment was written by a tool. Review it, then publish the page.",
        "%(number)d segments were written by a tool. Review them, then publish the page.",
        "number",
    ),
}


class NotPublishable(Refused):
    """The page must not be published as it is; the message says what to do."""

    def __init__(self, page: Page, message: Any, translation: Translation | None = None):
        super().__init__(message)
        self.page = page
        self.translation = translation  #: the incomplete one; ``None`` where that is not the cause

    def way_back(self) -> str:
        return reverse("wagtailadmin_pages:edit", args=[self.page.pk])


def find_translation(page: Any) -> Translation | None:
    """Return the translation that a page or snippet is made from, or ``None`` for other ones."""
    translations = Translation.objects.filter(enabled=True, target_locale=page.locale_id)
    related = ("source__specific_content_type", "target_locale")
    return (
        translations.filter(source__object_id=page.translation_key).select_related(*related).first()
    )


def gaps_in(translation: Translation, units: list[Unit] | None = None) -> list[Unit]:
    """Return the texts that must not be published yet; ``units`` save two queries."""
    units = units_of([translation]) if units is None else units
    return [unit for unit in units if unit.state != UnitState.DONE]


def describe(gaps: list[Unit]) -> list[ValidationError]:
    """Return for each kind of gap how many there are and what to do."""
    numbers = Counter(unit.state for unit in gaps)
    return [
        ValidationError(message, params={"number": numbers[state]})
        for state, message in MESSAGES.items()
        if numbers[state]
    ]


def is_strict(translation: Translation) -> bool:
    """Return whether gaps keep a translation from being published, or are only warned of."""
    label = translation.source.specific_content_type.model_class()._meta.label.lower()
    names = {label, f"{label}:{translation.target_locale.language_code.lower()}"}
    return not names & {name.lower() for name in settings.TRANSLATION_GATE_WARNS}


def check_publishable(translation: Translation, units: list[Unit] | None = None) -> None:
    """Raise ``NotPublishable``, saying what to do, where readers would meet unfinished text.

    ``units`` are the texts, where they are known already.
    """
    page: Any = translation.get_target_instance()
    if translation.pk not in _let_through.get() and is_strict(translation):
        gaps = gaps_in(translation, units)
        if gaps:
            raise NotPublishable(page, describe(gaps), translation)
    if not isinstance(page, Page):
        return
    hidden = page.get_ancestors().filter(depth__gt=1, live=False).first()
    if hidden:
        text = ValidationError(
            _("Publish the page above it first: %(title)s"), params={"title": hidden.title}
        )
        raise NotPublishable(page, text)


@contextmanager
def letting_through(translation: Translation) -> Iterator[None]:
    """Let one translation be published within the block although it is incomplete."""
    token = _let_through.set(_let_through.get() | {translation.pk})
    try:
        yield
    finally:
        _let_through.reset(token)
