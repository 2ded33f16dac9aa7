"""The lists of the dashboard: what each is called, what it selects, what it says of an item."""

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models import (
    Case,
    CharField,
    Count,
    DateTimeField,
    F,
    Max,
    OuterRef,
    Q,
    Subquery,
    When,
)
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy
from wagtail.images import get_image_model
from wagtail.models import Page, PageLogEntry, ReferenceIndex, Revision, get_page_models
from wagtail.permissions import policy_registry

from univercity.editorial.dashboard.reviews import REVIEWED
from univercity.translation.state import (
    BEHIND,
    TranslationState,
    behind,
    target_languages,
    with_translation_states,
)

PLANNED_DAYS = 14
REVIEW_DAYS = 365


@dataclass(frozen=True)
class Worklist:
    """Items that an account should look at; the same on the dashboard and in a report."""

    name: str  #: in the address of the report
    label: Any
    nothing: Any  #: what to say where there is none
    note_label: Any  #: heading over ``note``
    icon: str
    select: Callable[[Any], Any]  #: user to queryset
    note: Callable[[Any], str]  #: item to what matters about it
    model: Any = Page
    title: Callable[[Any], str] = field(default=lambda page: page.get_admin_display_title())
    edit_url: str = "wagtailadmin_pages:edit"
    #: Name and query of the report with all items, where it is none of ours.
    report: str = ""
    query: str = ""

    @property
    def url(self) -> str:
        """Address of the report with all items."""
        address = reverse(self.report or f"univercity_worklist_{self.name}")
        return f"{address}?{self.query}" if self.query else address


# What each list selects: pages and images, only where the account may change them.


def changeable_pages(user):
    policy = policy_registry.get_by_type(Page)
    return policy.instances_user_has_permission_for(user, "change").filter(depth__gt=1)


def drafts(user):
    """Pages whose latest change is the user's and not published."""
    pages = changeable_pages(user).filter(has_unpublished_changes=True, latest_revision__user=user)
    return pages.order_by("-latest_revision_created_at")


def planned(user):
    """Pages that go live or expire within the next days, with the time as ``planned_at``."""
    soon = (timezone.now(), timezone.now() + datetime.timedelta(days=PLANNED_DAYS))
    scheduled = Revision.page_revisions.filter(
        object_id=Cast(OuterRef("pk"), CharField()), approved_go_live_at__isnull=False
    ).order_by("approved_go_live_at")
    pages = changeable_pages(user).annotate(
        goes_live_at=Subquery(scheduled.values("approved_go_live_at")[:1]),
        planned_at=Case(
            When(goes_live_at__range=soon, then=F("goes_live_at")),
            default=F("expire_at"),
            output_field=DateTimeField(),
        ),
    )
    expiring = Q(live=True, expire_at__range=soon)
    return pages.filter(Q(goes_live_at__range=soon) | expiring).order_by("planned_at")


def untranslated(user):
    """Public pages in the source language with a translation missing or out of date.

    Those of the user are the pages that they may change in either language.
    """
    mine = changeable_pages(user)
    pages = Page.objects.filter(
        Q(pk__in=mine.values("pk")) | Q(translation_key__in=mine.values("translation_key")),
        locale__language_code=settings.LANGUAGE_CODE,
        alias_of=None,
        live=True,
    )
    return with_translation_states(pages).filter(behind()).order_by("-last_published_at")


def due_for_review(user):
    """Public pages neither published nor confirmed for a year, with ``reviewed_at``.

    Types that say when they are over (``goes_out_of_date = False``) are never due.
    """
    lately = timezone.now() - datetime.timedelta(days=REVIEW_DAYS)
    ageing = [model for model in get_page_models() if getattr(model, "goes_out_of_date", False)]
    reviews = PageLogEntry.objects.filter(page=OuterRef("pk"), action=REVIEWED).order_by()
    last_review = reviews.values("page").annotate(latest=Max("timestamp")).values("latest")
    pages = changeable_pages(user).type(*ageing).filter(live=True, last_published_at__lt=lately)
    pages = pages.annotate(reviewed_at=Subquery(last_review))
    never_or_long_ago = Q(reviewed_at=None) | Q(reviewed_at__lt=lately)
    return pages.filter(never_or_long_ago).order_by("last_published_at")


def images_without_alt_text(user):
    """Images without a description that are not decorative, with their number of ``uses``."""
    uses = (
        ReferenceIndex.objects.filter(
            to_content_type=ContentType.objects.get_for_model(get_image_model()),
            to_object_id=Cast(OuterRef("pk"), CharField()),
        )
        .order_by()
        .values("to_object_id")
        .annotate(number=Count("pk"))
        .values("number")
    )
    policy = policy_registry.get_by_type(get_image_model())
    images = policy.instances_user_has_permission_for(user, "change")
    images = images.filter(description="", always_decorative=False)
    return images.annotate(uses=Subquery(uses)).order_by(F("uses").desc(nulls_last=True), "title")


def pages_without_alt_text(user):
    """Pages that show an image which is not decorative without saying what it shows."""
    lacking = Q()
    for model in get_page_models():
        for name in getattr(model, "images_with_alt", []):
            fields = {f"{name}__isnull": False, f"{name}__always_decorative": False}
            pages = model.objects.filter(**fields, **{f"{name}_alt": ""})
            lacking |= Q(pk__in=pages.values("pk"))
    return changeable_pages(user).filter(lacking).order_by("title")


# What each list says of an item.


def moment(value):
    return date_format(timezone.localtime(value), "SHORT_DATETIME_FORMAT") if value else ""


def day(value):
    return date_format(timezone.localtime(value), "SHORT_DATE_FORMAT") if value else ""


def plan(page):
    """Say what happens to a page and when."""
    if page.planned_at == page.goes_live_at:
        return _("goes live: %(time)s") % {"time": moment(page.planned_at)}
    return _("expires: %(time)s") % {"time": moment(page.planned_at)}


def translations(page):
    """Say which translations of a page are missing or out of date."""
    states = ((name, getattr(page, f"translation_{code}")) for code, name in target_languages())
    named = [
        f"{name}: {TranslationState(state).label}" for name, state in states if state in BEHIND
    ]
    return ", ".join(named)


def last_look(page):
    """Say when somebody last published or confirmed a page."""
    if page.reviewed_at:
        return _("reviewed: %(day)s") % {"day": day(page.reviewed_at)}
    return _("published: %(day)s") % {"day": day(page.last_published_at)}


def uses(image):
    number = image.uses or 0
    return ngettext("used %(number)d time", "used %(number)d times", number) % {"number": number}


DRAFTS = Worklist(
    name="drafts",
    label=gettext_lazy("My drafts"),
    nothing=gettext_lazy("You have no unpublished changes."),
    note_label=gettext_lazy("Last changed"),
    icon="edit",
    select=drafts,
    note=lambda page: moment(page.latest_revision_created_at),
)
PLANNED = Worklist(
    name="planned",
    label=gettext_lazy("Planned for the next 14 days"),
    nothing=gettext_lazy("Nothing goes live or expires in the next 14 days."),
    note_label=gettext_lazy("Plan"),
    icon="calendar-alt",
    select=planned,
    note=plan,
)
UNTRANSLATED = Worklist(
    name="untranslated",
    label=gettext_lazy("Missing or outdated translations"),
    nothing=gettext_lazy("Every published page is translated and up to date."),
    note_label=pgettext_lazy("state of a page", "Translation"),
    icon="globe",
    select=untranslated,
    note=translations,
    report="univercity_translations",
    query=urlencode({"state": [str(state) for state in BEHIND], "published": "live"}, doseq=True),
)
DUE = Worklist(
    name="review",
    label=gettext_lazy("Pages to review"),
    nothing=gettext_lazy("Every page was published or reviewed within a year."),
    note_label=gettext_lazy("Last look"),
    icon="history",
    select=due_for_review,
    note=last_look,
)
IMAGES = Worklist(
    name="images-without-alt-text",
    label=gettext_lazy("Images without alt text"),
    nothing=gettext_lazy("Every image has an alt text or is decorative."),
    note_label=gettext_lazy("Use"),
    icon="image",
    select=images_without_alt_text,
    note=uses,
    model=get_image_model(),
    title=str,
    edit_url="wagtailimages:edit",
)
PAGES_WITHOUT_ALT_TEXT = Worklist(
    name="pages-without-alt-text",
    label=gettext_lazy("Pages whose images lack an alt text"),
    nothing=gettext_lazy("Every page says what its images show."),
    note_label=gettext_lazy("Language"),
    icon="doc-full",
    select=lambda user: pages_without_alt_text(user).select_related("locale"),
    note=lambda page: str(page.locale),
)
#: Those with a report of their own.
REPORTED: Iterable[Worklist] = (DRAFTS, PLANNED, DUE, IMAGES, PAGES_WITHOUT_ALT_TEXT)
