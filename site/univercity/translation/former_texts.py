"""Find what stands in for a text that is not translated: its former translation at the same place.

wagtail-localize would show the source text instead (``localize_patches.fallbacks``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from difflib import SequenceMatcher
from typing import Any

from bs4 import BeautifulSoup

from univercity.translation.units import Unit, UnitState

#: How alike two sentences among others must be for one to be the former state of the other.
SIMILAR = 0.6


def stands_in(source: str, former: str, *, alone: bool) -> bool:
    """Return whether the translation of a ``former`` text may be shown for ``source``.

    A text that stands alone at its place, such as a title, had one former state.
    """
    return alone or SequenceMatcher(None, source, former).ratio() >= SIMILAR


def former_texts(units: Iterable[Unit]) -> dict[tuple[str, int], str]:
    """Return what stands in for texts of a translation that lack one, by path and order."""
    units = list(units)
    at_path = Counter(unit.path for unit in units)
    return {
        (unit.path, unit.order): unit.previous.target
        for unit in units
        if unit.state in (UnitState.OPEN, UnitState.ERROR)
        and unit.previous
        and stands_in(unit.source, unit.previous.source, alone=at_path[unit.path] == 1)
    }


def paths_in_source_language(units: Iterable[Unit]) -> list[str]:
    """Return where a version made now has source text: neither a translation nor a former one."""
    units = list(units)
    former = former_texts(units)
    return sorted(
        {
            unit.path
            for unit in units
            if unit.state in (UnitState.OPEN, UnitState.ERROR)
            and (unit.path, unit.order) not in former
        }
    )


def with_known_links(html: str, attrs: dict[str, Any]) -> str:
    """Return a text without the tags of links that its source no longer has."""
    soup = BeautifulSoup(html, "html.parser")
    for element in soup.find_all(id=True):
        if element["id"] not in attrs:
            element.unwrap()
    return str(soup)
