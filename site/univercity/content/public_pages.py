"""Which pages are public: neither closed by a view restriction themselves nor below one."""

from django.db.models import F, Q, QuerySet
from django.db.models.functions import Left
from django.db.models.lookups import In
from wagtail.models import PageViewRestriction
from wagtail.query import PageQuerySet

from univercity.content.reading.surroundings import surroundings


def not_closed(restrictions: QuerySet | None = None) -> Q:
    """Return a condition for pages that ``restrictions`` leave open; all, if none are given.

    A path begins with the paths of all pages above it. So its beginnings are looked up among the
    closed paths: one condition for each level at which pages are closed, however many they are,
    where ``PageQuerySet.public`` reads them all and adds a condition for each.
    """
    restrictions = PageViewRestriction.objects.all() if restrictions is None else restrictions
    closed = restrictions.order_by().values("page__path")
    below_closed = Q()
    for length in sorted(surroundings().closed_lengths):
        below_closed |= Q(In(Left(F("path"), length), closed))
    return ~below_closed if below_closed else Q()


def public(pages: PageQuerySet, restrictions: QuerySet | None = None) -> PageQuerySet:
    """Leave out of ``pages`` what ``restrictions`` close; all of them, if none are given."""
    return pages.filter(not_closed(restrictions))
