"""The sections of the site: the pages below the home page, each with everything below it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Substr
from django.http import HttpRequest
from wagtail.models import Locale, Page

from univercity.translation.models import TranslationState, TranslationStatus
from univercity.translation_desk.overview.visibility import sources

DEPTH = 3
LENGTH = DEPTH * Page.steplen


@dataclass(frozen=True)
class Section:
    path: str
    title: str


@dataclass(frozen=True)
class Share:
    """How many of the translations that are needed are up to date."""

    current: int = 0
    needed: int = 0

    @property
    def percent(self) -> int:
        """Rounded down, so that only what is complete is called 100 %."""
        return self.current * 100 // self.needed if self.needed else 100

    def __add__(self, other: Share) -> Share:
        return Share(self.current + other.current, self.needed + other.needed)


@dataclass(frozen=True)
class Total:
    title: str
    path: str  #: of the section
    shares: list[Share]  #: one for each language


def own_sections(request: HttpRequest) -> list[Section]:
    """Return the sections with pages that the account sees in the report; read once a request."""
    if not hasattr(request, "_translation_sections"):
        paths = sources(request.user, Page).order_by().values_list(Substr("path", 1, LENGTH))
        pages = Page.objects.filter(path__in=paths.distinct()).order_by("path")
        request._translation_sections = [  # type: ignore[attr-defined]
            Section(path, title) for path, title in pages.values_list("path", "draft_title")
        ]
    return request._translation_sections  # type: ignore[attr-defined]


def totals(
    request: HttpRequest, kind: type[Any], rows: QuerySet[Any], locales: list[Locale]
) -> tuple[list[Total], list[Share]]:
    """Return a total for each section of the rows, and that of all; in one query."""
    keys = rows.order_by().values("translation_key")
    cells: Any = TranslationStatus.objects.filter(translation_key__in=keys, locale__in=locales)
    if kind is Page:
        pages = Page.objects.filter(
            translation_key=OuterRef("translation_key"),
            locale__language_code=settings.LANGUAGE_CODE,
        )
        cells = cells.annotate(
            section=Subquery(pages.values(path_start=Substr("path", 1, LENGTH))[:1])
        )
        groups = cells.values("section", "locale_id")
    else:
        groups = cells.values("locale_id")
    counted = groups.order_by().annotate(
        current=Count("pk", filter=Q(state=TranslationState.CURRENT)),
        needed=Count("pk", filter=~Q(state=TranslationState.NOT_NEEDED)),
    )
    shares = {
        (row.get("section"), row["locale_id"]): Share(row["current"], row["needed"])
        for row in counted
    }
    found = []
    for section in own_sections(request) if kind is Page else ():
        own = [shares.get((section.path, locale.pk)) for locale in locales]
        if any(own):
            found.append(Total(section.title, section.path, [each or Share() for each in own]))
    everything = [
        sum((share for (_s, pk), share in shares.items() if pk == locale.pk), Share())
        for locale in locales
    ]
    return found, everything
