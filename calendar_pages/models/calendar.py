"""The calendar: what comes next."""

from django.core.paginator import Paginator
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.api import APIField
from wagtail.fields import RichTextField
from wagtail.search import index

from calendar_pages.listing import UpcomingDates, upcoming_dates
from calendar_pages.serializers import UpcomingField
from univercity.content.links.rich_text import FEATURES
from univercity.content.pages.base import BasePage
from univercity.content.reading.shelf import shelf_of_answer


class CalendarPage(BasePage):
    """All coming dates in order, grouped by day."""

    introduction = RichTextField(
        _("introduction"),
        blank=True,
        features=FEATURES,
        help_text=_("What visitors find here, for example: Vorträge, Führungen, Feste"),
    )

    DATES_PER_PAGE = 50
    #: How many dates stand on the HTML pages before the chosen one.
    first_date = 0
    shown_lists = (lambda calendar: [dates_on(calendar)],)

    listings = frozenset({"list-events"})
    listed_in = frozenset({"list-calendars"})
    parent_page_types = ["home.HomePage"]
    subpage_types = ["calendar_pages.EventPage"]
    max_count_per_parent = 1
    page_description = _("Lists all coming events day by day")
    editor_help = _(
        "Lists all coming events by itself. Here you write only the introduction; "
        "an event has a page of its own."
    )
    content_panels = [*BasePage.content_panels, FieldPanel("introduction")]
    search_fields = [*BasePage.search_fields, index.SearchField("introduction")]
    api_fields = [
        *BasePage.api_fields,
        APIField("introduction"),
        APIField("upcoming", serializer=UpcomingField()),
    ]

    class Meta:
        verbose_name = _("calendar")
        verbose_name_plural = _("calendars")

    @property
    def next_dates(self):
        """The dates on the chosen HTML page, soonest first, each with its event as ``page``."""
        return shelf_of_answer().listed(dates_on(self))

    def get_context(self, request, *args, **kwargs):
        paginator = Paginator(upcoming_dates(get_language()), self.DATES_PER_PAGE)
        dates = paginator.get_page(request.GET.get("page"))
        self.first_date = (dates.number - 1) * self.DATES_PER_PAGE
        context = super().get_context(request, *args, **kwargs)
        dates.object_list = self.next_dates
        return {**context, "dates": dates}


def dates_on(calendar):
    return UpcomingDates(calendar.DATES_PER_PAGE, start=calendar.first_date)
