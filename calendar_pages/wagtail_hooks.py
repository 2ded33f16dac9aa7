"""Admin of events, venues and vocabularies."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.widgets import Button
from wagtail.api import APIField
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from calendar_pages.api import PartnerEventsField
from calendar_pages.explorer import EventListingViewSet, EventViewSet
from calendar_pages.listing import list_of_dates
from calendar_pages.models import Audience, Format, Topic, Venue
from calendar_pages.quick_change import LOG_ACTION, QuickChangeView, is_offered
from univercity.content.snippets.usage import UsageColumn, UsedSnippetViewSet


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


@register_snippet
class CalendarViewSetGroup(SnippetViewSetGroup):
    """Everything beside the pages that events are made of."""

    items = (VenueViewSet, AudienceViewSet, FormatViewSet, TopicViewSet)
    menu_label = _("Calendar")
    menu_name = "calendar"
    menu_icon = "date"
    menu_order = 300


@hooks.register("register_admin_viewset")
def register_lists_of_events():
    return [EventViewSet(), EventListingViewSet()]


@hooks.register("register_admin_urls")
def register_quick_change():
    address = "pages/<int:page_id>/quick-change/"
    return [path(address, QuickChangeView.as_view(), name="calendar_pages_quick_change")]


@hooks.register("register_page_header_buttons")
def offer_quick_change(page, user, view_name, next_url=None):
    if is_offered(page, user):
        yield Button(
            _("Change dates or status"),
            reverse("calendar_pages_quick_change", args=[page.pk]),
            icon_name="date",
            priority=12,
        )


@hooks.register("register_page_listing_more_buttons")
def offer_quick_change_in_lists(page, user, next_url=None):
    return offer_quick_change(page, user, "index", next_url)


@hooks.register("register_log_actions")
def register_quick_change_action(actions):
    actions.register_action(
        LOG_ACTION, _("Change dates or status"), _("Dates or status changed at once")
    )


@hooks.register("register_partner_api_fields")
def show_events_of_a_partner_in_the_api():
    return [APIField("events", serializer=PartnerEventsField())]


@hooks.register("register_lists_on_partner_page")
def list_events_of_a_partner(partner):
    return [list_of_dates(partner)]
