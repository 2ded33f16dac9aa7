"""Which texts of a translation may be filled, and what the memory knows of them."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from univercity.translation.exchange.inline import codes, parse_html
from univercity.translation.hints.checks import plain
from univercity.translation.memory.matches import normalise
from univercity.translation.units import Unit, UnitState

#: From which similarity the former translation of a text is taken for it.
ALMOST_EQUAL = 0.95
SLUG = "slug"


def may_be_filled(unit: Unit) -> bool:
    """Return whether nobody has translated a text: it is open, or a tool made an error.

    An address belongs to its page and is derived from the title.
    """
    if unit.path.rpartition(".")[2] == SLUG:
        return False
    is_broken = unit.state == UnitState.ERROR and (unit.by_machine or bool(unit.tool))
    return unit.state == UnitState.OPEN or is_broken


def former_translation(unit: Unit) -> str | None:
    """Return the former translation of a text that has hardly changed since.

    No word may have come or gone, and no figure may be another one: a "not" or a date matters,
    however long the sentence is.
    """
    if unit.previous is None or unit.state != UnitState.OPEN:
        return None
    now, then = (normalise(plain(html)) for html in (unit.source, unit.previous.source))
    is_same = (
        similarity(now, then) > ALMOST_EQUAL
        and len(now.split()) == len(then.split())
        and re.findall(r"\d+", now) == re.findall(r"\d+", then)
    )
    fits = codes(parse_html(unit.previous.target)) == codes(parse_html(unit.source))
    return unit.previous.target if is_same and fits else None


def similarity(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
