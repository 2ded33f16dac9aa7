"""``/api/v3/search/``: public pages in which all words stand."""

import datetime
import re
import unicodedata
from typing import TYPE_CHECKING, Any, Literal

from django.db.models import Case, DateTimeField, IntegerField, Value, When
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.html import escape
from ninja import Field, Query, Router
from wagtail.models import Page, get_page_models
from wagtail.query import PageQuerySet
from wagtail.search.models import IndexEntry

from univercity.api.access.readable import published_pages
from univercity.api.lists.languages import LanguageParameters
from univercity.api.lists.paging import Listing, ListParameters
from univercity.api.lists.selection import Fields, list_answer, selection_from
from univercity.content.pages.base import BasePage
from univercity.content.representations.problems import Kind, Problem
from univercity.content.representations.shapes import PageLinkShape, page_link_shape
from univercity.http_cache.dependencies import depends_on, depends_on_lists
from univercity.publishing.changes.keys import ALL_PAGES, SEARCH_INDEX

#: Page types by their name in the API.
TYPES = {model._meta.label: model for model in get_page_models() if issubclass(model, BasePage)}
#: Stands for the first publication of a page that has none, so that it comes last.
NEVER = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)

#: Text with a letter or a digit in it, as ECMA-262 has patterns.
A_WORD = r"^[^\u0000]*[\p{L}\p{N}][^\u0000]*$"
#: Where the index keeps a page's text as text; PostgreSQL's "body" holds word stems.
TEXT = "body_text" if hasattr(IndexEntry, "body_text") else "body"

if TYPE_CHECKING:
    TypeName = str
else:
    TypeName = Literal[tuple(sorted(TYPES))]


class SearchHitShape(PageLinkShape):
    """A page that was found."""

    highlighted_title: str  #: HTML: everything escaped, the words in ``<mark>``
    excerpt: str  #: HTML, as the title: where the first word stands, else the beginning


class SearchParameters(ListParameters, LanguageParameters):
    fields: Fields = selection_from(SearchHitShape)
    q: str = Field(
        ...,
        min_length=1,
        max_length=200,
        description="Whole words, all of which the page has; upper or lower case.",
        examples=["Hochschule"],
        json_schema_extra={"pattern": A_WORD},
    )
    type: list[TypeName] = Field(
        [], description="Page types; may be repeated: any of them. All if left out."
    )

    def words(self) -> list[str]:
        words = words_of(self.q)
        if not words:
            detail = "q= holds no word to look for."
            raise Problem(Kind.INVALID_PARAMETER, detail, parameter="q")
        return words


# The scores of full-text engines change with every page that is inserted, so no cursor can hold
# one. This order stays, and is the same on SQLite and PostgreSQL.
HITS = Listing("search", SearchHitShape, order=("-in_title", "-published", "-pk"))
router = Router(tags=["search"])


@router.get(
    "/",
    response=list_answer("SearchHits", SearchHitShape),
    operation_id="search",
    summary="Pages that hold all words",
)
def search(
    request: HttpRequest, response: HttpResponse, parameters: Query[SearchParameters]
) -> Any:
    """Search in the texts of pages: first those with all words in the title, then newest first."""
    words = parameters.words()
    depends_on_lists(request, ALL_PAGES, language=parameters.locale)
    depends_on(request, SEARCH_INDEX)
    pages = parameters.choose(published_pages(request))
    if parameters.type:
        pages = pages.type(*(TYPES[name] for name in parameters.type))
    rows = found(pages, words).select_related("locale").defer_streamfields()

    def to_items(hits: list[Page]) -> list[SearchHitShape]:
        texts = indexed_texts(hits)
        return [hit_shape(page, texts.get(page.pk, ""), words) for page in hits]

    with translation.override(parameters.locale):
        return HITS.answer(request, response, parameters, rows, to_items)


def found(pages: PageQuerySet, words: list[str]) -> PageQuerySet:
    """Narrow ``pages`` to those with all ``words``, annotated with what the order asks for."""
    matches = matching(words).values("pk")
    titles = matching(words, fields=["title"]).filter(pk__in=matches)  # PostgreSQL reads them all
    in_title = When(pk__in=titles.values("pk"), then=1)
    never = Value(NEVER, output_field=DateTimeField())
    return pages.filter(pk__in=matches).annotate(
        in_title=Case(in_title, default=0, output_field=IntegerField()),
        published=Coalesce("first_published_at", never),
    )


def matching(words: list[str], **options: Any) -> PageQuerySet:
    """Return all pages in which the full-text index has ``words``, public or not."""
    results = Page.objects.order_by().search(" ".join(words), order_by_relevance=False, **options)
    return results.get_queryset().order_by()


def indexed_texts(pages: list[Page]) -> dict[int, str]:
    """Return what the full-text index has of ``pages``, but their titles, by page id."""
    types = {page.content_type_id for page in pages}
    entries = IndexEntry.objects.filter(
        content_type__in=types, object_id__in=[str(page.pk) for page in pages]
    )
    return {int(page): text or "" for page, text in entries.values_list("object_id", TEXT)}


def hit_shape(page: Page, text: str, words: list[str]) -> SearchHitShape:
    return {
        **page_link_shape(page),
        "highlighted_title": marked(page.title, words),
        "excerpt": excerpt(text, words),
    }


# The part of a text where words were found, as HTML with the words marked.

#: As many characters of the text stand in an excerpt, give or take a word.
LENGTH = 200
#: So many of them stand before the first word found.
LEAD = 60
WORD = re.compile(r"[^\W_]+")


def words_of(text: str) -> list[str]:
    """Return what the search takes for words: letters and digits, without anything between."""
    return WORD.findall(unicodedata.normalize("NFC", text))  # else an accent may part a word


def folded(word: str) -> str:
    """Return ``word`` as the search compares it: without case, accents and umlaut dots."""
    parts = unicodedata.normalize("NFKD", word.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))


def marked(text: str, words: list[str]) -> str:
    """Return ``text`` as HTML, each of ``words`` in ``<mark>`` and everything else escaped."""
    wanted = {folded(word) for word in words}
    pieces = []
    end = 0
    for match in WORD.finditer(text):
        if folded(match.group()) in wanted:
            pieces += [escape(text[end : match.start()]), f"<mark>{escape(match.group())}</mark>"]
            end = match.end()
    return "".join([*pieces, escape(text[end:])])


def excerpt(text: str, words: list[str]) -> str:
    """Return the part of ``text`` around the first of ``words``, or its beginning, as HTML.

    It begins and ends between two words; an ellipsis stands for what was left out.
    """
    text = " ".join(text.split())
    wanted = {folded(word) for word in words}
    hits = (match.start() for match in WORD.finditer(text) if folded(match.group()) in wanted)
    start = max(next(hits, 0) - LEAD, 0)
    if start:
        start = text.find(" ", start) + 1
    stop = start + LENGTH
    if stop < len(text):
        stop = max(text.rfind(" ", start, stop), start) if " " in text[start:stop] else stop
    before, after = "… " if start else "", " …" if stop < len(text) else ""
    return before + marked(text[start:stop], words) + after
