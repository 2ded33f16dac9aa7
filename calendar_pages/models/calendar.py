"""The calendar: what comes next."""

from django.core.paginator import Paginator
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.api import APIField
from wagtail.fields import RichTextField
from wagtail.search import index

from calendar_pages.api import UpcomingField
from calendar_pages.listing import upcoming_dates
from univercity.pages import BasePage
from univercity.reading.gathering import together
from univercity.rich_text import FEATURES


class CalendarPage(BasePage):
    """All coming dates in order, grouped by day."""

    introduction = RichTextField(
        _("introduction"),
        blank=True,
        features=FEATURES,
        help_text=_("What visitors find here, for example: Vorträge, Führungen, Feste"),
    )

    DATES_PER_PAGE = 50

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
    def upcoming(self):
        """The dates that are not over, soonest first, each with its event as ``page``."""
        return upcoming_dates(get_language())

    @property
    def next_dates(self):
        """As many of these dates as the first HTML page shows."""
        return together(self.upcoming[: self.DATES_PER_PAGE])

    def get_context(self, request, *args, **kwargs):
        paginator = Paginator(self.upcoming, self.DATES_PER_PAGE)
        dates = paginator.get_page(request.GET.get("page"))
        dates.object_list = together(dates.object_list)
        return {**super().get_context(request, *args, **kwargs), "dates": dates}
