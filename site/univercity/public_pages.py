"""Which pages are public: neither closed by a view restriction themselves nor below one."""

from uuid import UUID

from django.db.models import F, Q, QuerySet, UUIDField, Value
from django.db.models.functions import Left, Length
from django.db.models.lookups import In
from wagtail.models import Page, PageViewRestriction, Site
from wagtail.query import PageQuerySet

from univercity.reading.answer import once_per_answer


@once_per_answer
def shape_of_tree() -> tuple[set[int], dict[UUID, list[str]]]:
    """Return how long paths of closed pages are, and the paths of all versions of sites' roots.

    The lengths are one number for each level of the tree at which pages are closed; the paths are
    listed by translation key. Both come from one query.
    """
    closed = PageViewRestriction.objects.order_by().annotate(length=Length("page__path"))
    keys = Site.objects.order_by().values("root_page__translation_key")
    roots = Page.objects.order_by().filter(translation_key__in=keys)
    lengths: set[int] = set()
    paths: dict[UUID, list[str]] = {}
    nothing = Value(None, output_field=UUIDField())
    rows = closed.values_list("length", Value(""), nothing).union(
        roots.values_list(Value(0), "path", "translation_key")
    )
    for length, path, key in rows:
        if path:
            paths.setdefault(key, []).append(path)
        else:
            lengths.add(length)
    return lengths, paths


def not_closed(restrictions: QuerySet | None = None) -> Q:
    """Return a condition for pages that ``restrictions`` leave open; all, if none are given.

    A path begins with the paths of all pages above it. So its beginnings are looked up among the
    closed paths: one condition for each level at which pages are closed, however many they are,
    where ``PageQuerySet.public`` reads them all and adds a condition for each.
    """
    restrictions = PageViewRestriction.objects.all() if restrictions is None else restrictions
    closed = restrictions.order_by().values("page__path")
    below_closed = Q()
    lengths, _roots = shape_of_tree()
    for length in sorted(lengths):
        below_closed |= Q(In(Left(F("path"), length), closed))
    return ~below_closed if below_closed else Q()


def public(pages: PageQuerySet, restrictions: QuerySet | None = None) -> PageQuerySet:
    """Leave out of ``pages`` what ``restrictions`` close; all of them, if none are given."""
    return pages.filter(not_closed(restrictions))
