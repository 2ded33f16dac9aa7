"""Lists of events, venues and vocabularies in the admin."""

from django.apps import apps
from django.conf import settings
from django.db.models import OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.forms import CheckboxSelectMultiple
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext, pgettext_lazy
from django_filters.filters import (
    DateFromToRangeFilter,
    ModelMultipleChoiceFilter,
    MultipleChoiceFilter,
)
from wagtail.admin.filters import DateRangePickerWidget
from wagtail.admin.ui.tables import Column
from wagtail.models import Page
from wagtail.permissions import policy_registry
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from calendar_pages.models import Audience, EventDate, EventPage, Format, Topic, Venue
from univercity.content.snippets.usage import UsageColumn, UsedSnippetViewSet
from univercity.editorial.explorer import (
    SectionExplorerView,
    SectionFilterSet,
    SectionListingView,
    SectionListingViewSet,
    SectionTypeUseView,
    SectionViewSet,
)


class DateColumn(Column):
    """The next date of an event, or its last one, marked as over."""

    def get_value(self, instance):
        if not instance.listed_date:
            return ""
        day = date_format(instance.listed_date, "SHORT_DATE_FORMAT")
        is_past = instance.listed_day < timezone.localdate()
        return f"{day} ({pgettext('a date', 'over')})" if is_past else day


class EventDateFilter(DateFromToRangeFilter):
    """Chooses events with a date in a range of days, first and last included."""

    def filter(self, qs, value):
        if not value:
            return qs
        dates = EventDate.objects.all()
        if value.start:
            dates = dates.filter(last_day__gte=value.start.date())
        if value.stop:
            dates = dates.filter(start_date__lte=value.stop.date())
        return qs.filter(pk__in=dates.values("page"))


class OrganiserFilter(ModelMultipleChoiceFilter):
    """Chooses events of partners, alone or with others."""

    def filter(self, qs, value):
        if not value:
            return qs
        found = EventPage.objects.none()
        for partner in value:
            found = found | EventPage.objects.with_organiser(partner.pk)
        return qs.filter(pk__in=found.values("pk"))


class StatusFilter(MultipleChoiceFilter):
    def filter(self, qs, value):
        events = EventPage.objects.filter(status__in=value)
        return qs.filter(pk__in=events.values("pk")) if value else qs


def partners(request):
    """Return the partners to choose from, in the language that content is written in.

    A draft is named to those who may see it.
    """
    partner_page = apps.get_model("network.PartnerPage")
    visible = policy_registry.get_by_type(Page).explorable_instances(request.user)
    found = partner_page.objects.filter(Q(live=True) | Q(pk__in=visible.values("pk")))
    return found.filter(locale__language_code=settings.LANGUAGE_CODE).by_name()


class EventFilterSet(SectionFilterSet):
    date = EventDateFilter(label=pgettext_lazy("of an event", "Date"), widget=DateRangePickerWidget)
    organiser = OrganiserFilter(
        label=_("Organiser"), queryset=partners, widget=CheckboxSelectMultiple
    )
    status = StatusFilter(
        label=_("Status of the event"),
        choices=EventPage.Status.choices,
        widget=CheckboxSelectMultiple,
    )

    class Meta(SectionFilterSet.Meta):
        model = EventPage


class EventLists:
    """Brings along what the columns of events show."""

    def annotate_queryset(self, pages):
        dates = EventDate.objects.filter(page=OuterRef("pk"))
        upcoming, latest = dates.upcoming(), dates.order_by("-start_date")

        def first(field):
            return Coalesce(
                Subquery(upcoming.values(field)[:1]), Subquery(latest.values(field)[:1])
            )

        pages = super().annotate_queryset(pages).prefetch_related("organiser")
        return pages.annotate(listed_date=first("start_date"), listed_day=first("last_day"))


def event_columns(columns):
    """Return the columns of a list of pages with those of events behind the title."""
    title = next(index for index, column in enumerate(columns) if column.name == "title")
    return [
        *columns[: title + 1],
        DateColumn("listed_date", label=_("Next date"), sort_key="listed_date", width="12%"),
        Column("organiser", label=_("Organiser")),
        Column("event_status", label=_("Status of the event"), accessor="get_status_display"),
        *columns[title + 1 :],
    ]


class EventExplorerView(EventLists, SectionExplorerView):
    base_columns = event_columns(SectionExplorerView.base_columns)


class EventListingView(EventLists, SectionListingView):
    base_columns = event_columns(
        [column for column in SectionListingView.base_columns if column.name != "parent"]
    )


class EventTypeUseView(EventLists, SectionTypeUseView):
    pass


class EventViewSet(SectionViewSet):
    model = EventPage
    index_view_class = EventExplorerView
    content_type_use_view_class = EventTypeUseView
    filterset_class = EventFilterSet


class EventListingViewSet(SectionListingViewSet):
    """All events, wherever they stand in the tree."""

    name = "all-events"
    model = EventPage
    icon = "date"
    menu_label = _("All events")
    menu_order = 150
    index_view_class = EventListingView
    filterset_class = EventFilterSet


def page_viewsets():
    return [EventViewSet(), EventListingViewSet()]


class VenueViewSet(UsedSnippetViewSet):
    model = Venue
    icon = "site"
    list_display = ["name", "street", "city", "checked_on", UsageColumn()]
    list_filter = ["city", "step_free"]


class AudienceViewSet(SnippetViewSet):
    model = Audience
    icon = "group"
    list_display = ["name", "slug"]


class FormatViewSet(SnippetViewSet):
    model = Format
    icon = "list-ul"
    list_display = ["name", "slug"]


class TopicViewSet(SnippetViewSet):
    model = Topic
    icon = "tag"
    list_display = ["name", "slug"]


class CalendarViewSetGroup(SnippetViewSetGroup):
    """Everything beside the pages that events are made of."""

    items = (VenueViewSet, AudienceViewSet, FormatViewSet, TopicViewSet)
    menu_label = _("Calendar")
    menu_name = "calendar"
    menu_icon = "date"
    menu_order = 300
