"""Admin of venues and vocabularies."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from calendar_pages.models import Audience, Format, Topic, Venue


class VenueViewSet(SnippetViewSet):
    model = Venue
    icon = "site"
    list_display = ["name", "street", "city", "checked_on"]
    search_fields = ["name", "street"]


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
