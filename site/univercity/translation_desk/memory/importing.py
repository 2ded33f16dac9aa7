"""What a TMX file would bring into the memory, and bringing it in."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice
from typing import Any

from django.conf import settings
from django.db import models, transaction
from django.utils.html import escape
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale
from wagtail_localize.models import String, StringTranslation

from univercity.translation.models import Review
from univercity.translation_desk.exchange.entries import Problem, Unreadable, is_language
from univercity.translation_desk.inline_elements import LONGEST, parse_html, storable, visible
from univercity.translation_desk.memory.tmx import TmxUnit, Variant, as_html, read_units

#: Noted with each translation that a file does not name another tool for.
TOOL = "TMX"
#: Entries that are looked up at once.
PORTION = 200


class Approval(models.TextChoices):
    """What counts as approved of what is brought in."""

    NOTHING = "nothing", _("Everything is to be reviewed")
    AS_SAID = "as-said", _("What the file calls reviewed counts as approved")
    ALL = "all", _("Everything counts as approved")


class Outcome(models.TextChoices):
    """What becomes of a translation of a file; the first two are written."""

    NEW = "new", _("New entry")
    CHANGED = "changed", _("Newer than the entry in the memory")
    KNOWN = "known", _("Known already")
    OLDER = "older", _("The memory has another translation, which is not older")
    EMPTY = "empty", _("Without text or translation")
    LANGUAGE = "language", _("Without one of the languages of this site")
    UNUSABLE = "unusable", _("Too long, or with characters that cannot be stored")


@dataclass(frozen=True)
class Entry:
    """One text of a file with its translation into one language."""

    line: int
    outcome: Outcome
    source: str = ""  #: HTML, as of units
    target: str = ""
    locale: Locale | None = None  #: of the translation
    unit: TmxUnit | None = None
    changed_at: datetime | None = None
    present: StringTranslation | None = None  #: the entry that it replaces


@dataclass(frozen=True)
class TmxPlan:
    entries: list[Entry]
    problem: Problem | None = None

    @property
    def counts(self) -> dict[Outcome, int]:
        counted = Counter(entry.outcome for entry in self.entries)
        return {outcome: counted[outcome] for outcome in Outcome if counted[outcome]}

    @property
    def to_write(self) -> list[Entry]:
        written = {Outcome.NEW, Outcome.CHANGED}
        return [entry for entry in self.entries if entry.outcome in written]


def plan_tmx(data: bytes, name: str = "") -> TmxPlan:
    """Return what a file would bring now; writes nothing."""
    try:
        units = read_units(data)
    except Unreadable as error:
        return TmxPlan([], error.problem(name))
    locales = {each.language_code: each for each in Locale.objects.all()}
    entries = [entry for unit in units for entry in entries_of(unit, locales)]
    return TmxPlan(list(compared(entries)))


@transaction.atomic
def import_tmx(
    data: bytes, user: Any, *, approval: str = Approval.NOTHING, name: str = ""
) -> TmxPlan:
    """Write the entries of a file that are new; they belong to no page.

    What counts as approved is so by ``user``. Nothing that is newer, or belongs to a page, is
    overwritten.
    """
    plan = plan_tmx(data, name)
    entries = iter(plan.to_write)
    while portion := list(islice(entries, PORTION)):
        write(portion, user, approval)
    return plan


def entries_of(unit: TmxUnit, locales: dict[str, Locale]) -> Iterator[Entry]:
    """Yield the translations of a unit from the language of the site into its others."""
    by_locale: dict[str, Variant] = {}
    for variant in unit.variants:
        code = site_language(variant.language, locales)
        if code:
            by_locale.setdefault(code, variant)
    source = by_locale.pop(settings.LANGUAGE_CODE, None)
    if source is None or not by_locale:
        said = [f"{each.language}: {visible(each.text)}" for each in unit.variants]
        yield Entry(unit.line, Outcome.LANGUAGE, escape(" / ".join(said)), unit=unit)
        return
    for code, variant in by_locale.items():
        html = as_html(source.text, variant.text)
        source_html, target_html = (unicodedata.normalize("NFC", each).strip() for each in html)
        yield Entry(
            unit.line,
            first_judgement(source_html, target_html),
            source_html,
            target_html,
            locales[code],
            unit,
            variant.changed_at,
        )


def site_language(said: str, locales: Iterable[str]) -> str:
    """Return the language of the site that a file means, such as en by en-GB; or an empty text."""
    if not said:
        return ""
    exact = [code for code in locales if code.lower() == said.lower().replace("_", "-")]
    similar = [code for code in locales if is_language(said, code)]
    return next(iter([*exact, *similar]), "")


def first_judgement(source: str, target: str) -> Outcome:
    texts = parse_html(source), parse_html(target)
    if not all(visible(text).strip() for text in texts):
        return Outcome.EMPTY
    if any(len(visible(text)) > LONGEST or not storable(text, ()) for text in texts):
        return Outcome.UNUSABLE
    return Outcome.NEW


def compared(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Compare entries with the memory and with each other, a portion at a time."""
    taken: dict[tuple[int, str], Entry] = {}
    rest = iter(entries)
    while portion := list(islice(rest, PORTION)):
        known = known_translations(portion)
        for entry in portion:
            if entry.outcome is not Outcome.NEW or entry.locale is None:
                yield entry
                continue
            key = entry.locale.pk, entry.source
            if key in taken:
                same = taken[key].target == entry.target
                yield replace(entry, outcome=Outcome.KNOWN if same else Outcome.OLDER)
                continue
            taken[key] = entry
            yield judged(entry, known.get(key, []))


def judged(entry: Entry, known: list[StringTranslation]) -> Entry:
    if any(row.data == entry.target for row in known):
        return replace(entry, outcome=Outcome.KNOWN)
    own = [row for row in known if row.context_id is None]
    if not own:
        return entry
    [present, *_others] = own
    is_newer = entry.changed_at is not None and entry.changed_at > present.updated_at
    outcome = Outcome.CHANGED if is_newer else Outcome.OLDER
    return replace(entry, outcome=outcome, present=present)


def known_translations(
    entries: list[Entry],
) -> dict[tuple[int, str], list[StringTranslation]]:
    """Return the translations of source texts by language and text, in one query."""
    rows = StringTranslation.objects.filter(
        translation_of__locale__language_code=settings.LANGUAGE_CODE,
        translation_of__data_hash__in={hash_of(entry.source) for entry in entries},
    )
    known: dict[tuple[int, str], list[StringTranslation]] = {}
    for row in rows.select_related("translation_of").order_by("pk"):
        known.setdefault((row.locale_id, row.translation_of.data), []).append(row)
    return known


def hash_of(text: str) -> Any:
    return String._get_data_hash(text)


def write(entries: list[Entry], user: Any, approval: str) -> None:
    source_locale = Locale.objects.get(language_code=settings.LANGUAGE_CODE)
    strings = [
        String(locale=source_locale, data=entry.source, data_hash=hash_of(entry.source))
        for entry in entries
    ]
    String.objects.bulk_create(strings, ignore_conflicts=True)
    hashes = {string.data_hash for string in strings}
    stored = String.objects.filter(locale=source_locale, data_hash__in=hashes)
    by_text = {string.data: string for string in stored}
    # Those that are replaced make room; reviews go with them.
    replaced = [entry.present.pk for entry in entries if entry.present]
    StringTranslation.objects.filter(pk__in=replaced, context=None).delete()
    rows = [row_of(entry, by_text[entry.source], user) for entry in entries]
    StringTranslation.objects.bulk_create(rows)
    Review.objects.bulk_create(
        Review(translation=row, text=row.data, reviewer=user)
        for row, entry in zip(rows, entries, strict=True)
        if approval == Approval.ALL
        or (approval == Approval.AS_SAID and entry.unit and entry.unit.is_reviewed)
    )


def row_of(entry: Entry, string: String, user: Any) -> StringTranslation:
    unit = entry.unit
    by_machine = bool(unit and unit.is_by_machine)
    return StringTranslation(
        translation_of=string,
        locale=entry.locale,
        context=None,
        data=entry.target,
        translation_type=StringTranslation.TRANSLATION_TYPE_MACHINE
        if by_machine
        else StringTranslation.TRANSLATION_TYPE_MANUAL,
        tool_name=((unit and unit.tool) or TOOL)[:255],
        last_translated_by=user,
    )
