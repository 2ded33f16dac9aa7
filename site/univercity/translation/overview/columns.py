"""The columns of the report."""

from __future__ import annotations

from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BaseColumn, Column, DateColumn, TitleColumn
from wagtail.models import Locale, Page

from univercity.translation.objects import title_of


class ChoiceColumn(BaseColumn):
    """A box to choose the row for an action."""

    header_template_name = "translation/overview/choose_all.html"
    cell_template_name = "translation/overview/choose.html"

    def get_cell_context_data(self, instance: Any, parent_context: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_cell_context_data(instance, parent_context)
        context["title"] = title_of(instance)
        return context


class StateColumn(BaseColumn):
    """How far the translation into one language is, who is at it, and until when."""

    cell_template_name = "translation/overview/cell.html"

    def __init__(self, locale: Locale, place: int):
        self.place = place
        name = f"state_{locale.language_code}"
        super().__init__(name, label=locale.get_display_name(), sort_key=name)

    def get_cell_context_data(self, instance: Any, parent_context: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_cell_context_data(instance, parent_context)
        context["cell"] = instance.cells[self.place]
        context["assign"] = parent_context.get("assign_address")
        return context


def type_of(instance: Any) -> str:
    model = instance.specific_class if isinstance(instance, Page) else type(instance)
    return capfirst(str(model._meta.verbose_name)) if model else ""


def columns_for(kind: type[Any], locales: list[Locale], *, with_choice: bool) -> list[BaseColumn]:
    """Return the columns for rows of a kind; a row has ``cells`` and ``own_url``."""
    title = TitleColumn(
        "title",
        label=_("Title"),
        accessor=title_of,
        get_url=lambda row: row.own_url or None,
        sort_key="title",
    )
    states = [StateColumn(locale, place) for place, locale in enumerate(locales)]
    about = [Column("type", label=_("Type"), accessor=type_of, sort_key="type")]
    published = [DateColumn("last_published_at", label=_("Published"), sort_key="published")]
    is_page = kind is Page
    return [
        *([ChoiceColumn("choose", label=_("Choose"))] if with_choice else []),
        title,
        *(about if is_page else []),
        *states,
        *(published if is_page else []),
    ]
