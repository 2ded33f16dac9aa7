"""A tree of copied pages, written row by row."""

import datetime
import random
import uuid
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import F
from wagtail.models import Locale, Page, PageViewRestriction, ReferenceIndex

from benchmarks.copying import for_database, read_rows, write_rows
from benchmarks.pages import PUBLISHED, build_site, make_key
from calendar_pages.models import EventDate, EventPage, EventTopic
from home.models import StandardPage

#: The share of German pages that have an English version.
TRANSLATED = 0.6
CHILDREN_OF_A_SECTION = 20
FIRST_DAY = datetime.date(2030, 1, 1)
#: Ids of copies begin well above those of the pages that they are copied from.
FIRST_ID = 1000


@dataclass
class Branch:
    """A page that copies are put below."""

    pk: int
    path: str
    url_path: str
    depth: int
    children: int

    @classmethod
    def of(cls, page: Page) -> "Branch":
        page = Page.objects.get(pk=page.pk)
        return cls(page.pk, page.path, page.url_path, page.depth, page.numchild)


class Template:
    """The rows that make one page in one language."""

    def __init__(self, page: Any):
        self.model = type(page)
        self.slug = page.slug
        [self.page] = read_rows(Page, id=page.pk)
        [self.own] = read_rows(self.model, page_ptr_id=page.pk)
        self.references = read_rows(ReferenceIndex, object_id=str(page.pk))
        related = (EventDate, EventTopic) if self.model is EventPage else ()
        self.related = {model: read_rows(model, page_id=page.pk) for model in related}


class Planter:
    """Puts copies below pages that exist in all languages, and writes them at the end."""

    def __init__(self, seed: int):
        self.random = random.Random(seed)  # noqa: S311 - the same in every run
        event, page = build_site(self.random)
        section = page.get_parent().specific
        english = Locale.objects.get(language_code="en")
        versions = [
            [original, translated(original, english)] for original in (event, section, page)
        ]
        self.event, self.section, self.page = (list(map(Template, pair)) for pair in versions)
        self.calendar = [Branch.of(version.get_parent()) for version in versions[0]]
        self.home = [Branch.of(version.get_parent()) for version in versions[1]]
        self.fixed = Page.objects.filter(locale__language_code="de", depth__gt=1).count()
        self.branches = [*self.calendar, *self.home]
        self.rows: dict[type, list[dict[str, Any]]] = defaultdict(list)
        self.number = 0

    def plant(self, pages: int, closed: int) -> None:
        """Make it ``pages`` German pages, with ``closed`` subtrees of two pages each."""
        closed_pages = [self.put_closed_section() for _ in range(closed)]
        rest = pages - self.fixed - 2 * closed
        for _ in range(rest // 2):
            self.put(self.event, self.calendar, self.is_translated())
        rest -= rest // 2
        for start in range(0, rest, CHILDREN_OF_A_SECTION):
            section = self.put(self.section, self.home, is_translated=True)
            for _ in range(min(CHILDREN_OF_A_SECTION, rest - start) - 1):
                self.put(self.page, section, self.is_translated())
        self.write()
        close(closed_pages)

    def is_translated(self) -> bool:
        return self.random.random() < TRANSLATED

    def put_closed_section(self) -> int:
        section = self.put(self.section, self.home, is_translated=False)
        self.put(self.page, section, is_translated=False)
        return section[0].pk

    def put(
        self, versions: list[Template], parents: list[Branch], is_translated: bool
    ) -> list[Branch]:
        """Put a copy below ``parents``, the German and the English page; return the same two."""
        self.number += 1
        key = make_key(self.random)
        pairs = list(zip(versions, parents, strict=False))[: 2 if is_translated else 1]
        return [self.copy(template, parent, key) for template, parent in pairs]

    def copy(self, template: Template, parent: Branch, key: uuid.UUID) -> Branch:
        parent.children += 1
        depth = parent.depth + 1
        pk = FIRST_ID + len(self.rows[Page])
        path = Page._get_path(parent.path, depth, parent.children)
        slug = f"{template.slug}-{self.number}"
        branch = Branch(pk, path, f"{parent.url_path}{slug}/", depth, 0)
        title = f"{template.page['title']} {self.number}"
        self.branches.append(branch)
        self.rows[Page].append(
            {
                **template.page,
                "id": pk,
                "path": path,
                "depth": depth,
                "numchild": 0,
                "title": title,
                "draft_title": title,
                "slug": slug,
                "url_path": branch.url_path,
                "translation_key": for_database(Page, "translation_key", key),
            }
        )
        self.rows[template.model].append({**template.own, "page_ptr_id": pk})
        for reference in template.references:
            self.rows[ReferenceIndex].append({**reference, "object_id": str(pk)})
        for model, rows in template.related.items():
            self.rows[model] += [self.relate(model, row, pk, key) for row in rows]
        return branch

    def relate(self, model: Any, row: dict[str, Any], pk: int, key: uuid.UUID) -> dict[str, Any]:
        own_key = uuid.uuid5(key, model.__name__)
        row = {
            **row,
            "page_id": pk,
            "translation_key": for_database(model, "translation_key", own_key),
        }
        if model is EventDate:
            day = FIRST_DAY + datetime.timedelta(days=self.number % 365)
            row["start_date"] = for_database(model, "start_date", day)
        return row

    def write(self) -> None:
        children = {branch.pk: branch.children for branch in self.branches}
        for row in self.rows[Page]:
            row["numchild"] = children[row["id"]]
        for model, rows in self.rows.items():
            own_key = model not in (Page, EventPage, StandardPage)
            write_rows(model, [without_id(row) for row in rows] if own_key else rows)
        for branch in [*self.calendar, *self.home]:
            Page.objects.filter(pk=branch.pk).update(numchild=branch.children)
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute(
                    "SELECT setval(pg_get_serial_sequence('wagtailcore_page', 'id'), max(id))"
                    " FROM wagtailcore_page"
                )


def without_id(row: dict[str, Any]) -> dict[str, Any]:
    """Let the database number a row."""
    return {name: value for name, value in row.items() if name != "id"}


def translated(page: Any, locale: Locale) -> Any:
    """Return the published version of ``page`` in another language, with those above it."""
    for above in page.get_ancestors().filter(depth__gt=1).specific():
        if not above.has_translation(locale):
            publish(above.copy_for_translation(locale))
    return publish(page.copy_for_translation(locale))


def publish(copy: Any) -> Any:
    copy.live, copy.has_unpublished_changes = True, False
    copy.first_published_at = copy.last_published_at = PUBLISHED
    copy.save(clean=False)
    return copy


def close(ids: list[int]) -> None:
    """Let only those who are logged in see pages and what is below them."""
    PageViewRestriction.objects.bulk_create(
        PageViewRestriction(page_id=pk, restriction_type=PageViewRestriction.LOGIN) for pk in ids
    )


def export() -> list[str]:
    """Return what was planted, a line for each page, date and restriction, in order."""
    pages = (
        Page.objects.filter(depth__gt=1).annotate(code=F("locale__language_code")).order_by("path")
    )
    names = ("path", "depth", "numchild", "url_path", "title", "translation_key", "code", "live")
    dates = EventDate.objects.order_by("page__path", "start_date")
    closed = PageViewRestriction.objects.order_by("page__path")
    return [
        *(" ".join(map(str, row)) for row in pages.values_list(*names)),
        *(" ".join(map(str, row)) for row in dates.values_list("page__path", "start_date")),
        *closed.values_list("page__path", flat=True),
    ]
