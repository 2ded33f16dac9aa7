"""The lists of the dashboard: what each is called, what it selects, what it says of an item."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy
from wagtail.images import get_image_model
from wagtail.models import Page

from univercity.dashboard import selections
from univercity.translation.state import BEHIND, TranslationState, target_languages


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
    select=selections.drafts,
    note=lambda page: moment(page.latest_revision_created_at),
)
PLANNED = Worklist(
    name="planned",
    label=gettext_lazy("Planned for the next 14 days"),
    nothing=gettext_lazy("Nothing goes live or expires in the next 14 days."),
    note_label=gettext_lazy("Plan"),
    icon="calendar-alt",
    select=selections.planned,
    note=plan,
)
UNTRANSLATED = Worklist(
    name="untranslated",
    label=gettext_lazy("Missing or outdated translations"),
    nothing=gettext_lazy("Every published page is translated and up to date."),
    note_label=pgettext_lazy("state of a page", "Translation"),
    icon="globe",
    select=selections.untranslated,
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
    select=selections.due_for_review,
    note=last_look,
)
IMAGES = Worklist(
    name="images-without-alt-text",
    label=gettext_lazy("Images without alt text"),
    nothing=gettext_lazy("Every image has an alt text or is decorative."),
    note_label=gettext_lazy("Use"),
    icon="image",
    select=selections.images_without_alt_text,
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
    select=lambda user: selections.pages_without_alt_text(user).select_related("locale"),
    note=lambda page: str(page.locale),
)
#: Those with a report of their own.
REPORTED: Iterable[Worklist] = (DRAFTS, PLANNED, DUE, IMAGES, PAGES_WITHOUT_ALT_TEXT)
