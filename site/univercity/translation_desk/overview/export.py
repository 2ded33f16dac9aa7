"""The report as a table for spreadsheets: a row for each of its rows, columns for each language."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from wagtail.models import Locale, Page

from univercity.translation.objects import title_of
from univercity.translation_desk.overview.columns import Cell, type_of


def counted(name: str) -> Callable[[Cell], Any]:
    """Return a function that reads a number of the status; empty where texts are not counted."""

    def read(cell: Cell) -> Any:
        return getattr(cell.status, name) if cell.status and cell.status.total else ""

    return read


def of_job(name: str) -> Callable[[Cell], Any]:
    return lambda cell: getattr(cell.job, name) if cell.job else ""


def facts(shows_assignees: bool) -> dict[str, tuple[str, Callable[[Cell], Any]]]:
    """Return what is said of a cell, by a short name: heading and function."""
    found: dict[str, tuple[str, Callable[[Cell], Any]]] = {
        "state": (pgettext("of a translation", "State"), lambda cell: str(cell.state.label)),
        "total": (_("Texts"), counted("total")),
        "open": (_("Texts not translated"), counted("open")),
        "error": (_("Texts with an error"), counted("error")),
        "unreviewed": (_("Texts to be reviewed"), counted("unreviewed")),
    }
    if shows_assignees:
        found["assignee"] = (_("Assigned to"), lambda cell: cell.assignee)
    found["due"] = (_("Due on"), lambda cell: (cell.job.due if cell.job else None) or "")
    found["priority"] = (
        _("Priority"),
        lambda cell: cell.job.get_priority_display() if cell.job else "",
    )
    if shows_assignees:
        found["note"] = (_("Note"), of_job("note"))
    return found


class Sheet:
    """Names, headings and values of the columns."""

    def __init__(self, kind: type[Any], locales: list[Locale], shows_assignees: bool):
        self.is_page = kind is Page
        self.locales = locales
        self.facts = facts(shows_assignees)

    @property
    def headings(self) -> dict[str, str]:
        found = {"title": _("Title"), "type": _("Type")}
        if self.is_page:
            found |= {"address": _("Address"), "published": _("Published")}
        for locale in self.locales:
            for name, (heading, _read) in self.facts.items():
                label = f"{locale.get_display_name()}: {heading}"
                found[f"{locale.language_code}_{name}"] = label
        return found

    def values(self, row: Any) -> dict[str, Any]:
        found = {"title": title_of(row), "type": type_of(row)}
        if self.is_page:
            found |= {"address": row.url_path, "published": row.last_published_at or ""}
        for cell in row.cells:
            for name, (_heading, read) in self.facts.items():
                found[f"{cell.locale.language_code}_{name}"] = read(cell)
        return found
