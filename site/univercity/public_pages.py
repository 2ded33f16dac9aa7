"""Which pages are public: neither closed by a view restriction themselves nor below one."""

from django.db.models import F, Q, QuerySet
from django.db.models.functions import Left, Length
from django.db.models.lookups import In
from wagtail.models import PageViewRestriction
from wagtail.query import PageQuerySet

from univercity.reading import once_per_answer


@once_per_answer
def closed_lengths() -> list[int]:
    """Return how long the paths of closed pages are: one number for each level of the tree."""
    paths = PageViewRestriction.objects.order_by().annotate(length=Length("page__path"))
    return list(paths.values_list("length", flat=True).distinct())


def public(pages: PageQuerySet, restrictions: QuerySet | None = None) -> PageQuerySet:
    """Leave out of ``pages`` what ``restrictions`` close; all of them, if none are given.

    A path begins with the paths of all pages above it. So its beginnings are looked up among the
    closed paths: one condition for each level at which pages are closed, however many they are,
    where ``PageQuerySet.public`` reads them all and adds a condition for each.
    """
    restrictions = PageViewRestriction.objects.all() if restrictions is None else restrictions
    closed = restrictions.order_by().values("page__path")
    below_closed = Q()
    for length in closed_lengths():
        below_closed |= Q(In(Left(F("path"), length), closed))
    return pages.exclude(below_closed) if below_closed else pages
