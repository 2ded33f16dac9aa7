"""Places: addresses as text, maps on request, of the group "Network"."""

from django.apps import apps
from django.utils.translation import gettext_lazy as _
from typing_extensions import TypedDict  # pydantic asks for it below Python 3.12
from wagtail import blocks

from calendar_pages.api import VenueShape, venue_shape
from univercity.content.blocks import base
from univercity.content.blocks.base import StructBlock
from univercity.content.blocks.choosers import SnippetChooserBlock
from univercity.content.links.localized import localized_snippet


class PlacesValue(blocks.StructValue):
    @property
    def places(self):
        """The venues in the active language where translated."""
        versions = (localized_snippet(venue) for venue in self["venues"] if venue)
        return [venue for venue in versions if venue]


class PlacesShape(TypedDict):
    heading: str
    places: list[VenueShape]


class PlacesBlock(StructBlock):
    """Where things are and how to get there; no map is loaded before the reader asks for it."""

    heading = blocks.CharBlock(
        label=_("Heading"),
        required=False,
        max_length=120,
        help_text=_("For example: So finden Sie uns"),
    )
    venues = blocks.ListBlock(
        SnippetChooserBlock("calendar_pages.Venue", label=_("Place")),
        label=_("Places"),
        min_num=1,
        help_text=_("In this order; their facts are kept under “Calendar”. For example: Audimax"),
    )

    class Meta:
        icon = "site"
        label = _("Places")
        label_format = "{heading}"
        group = base.NETWORK
        description = _("Addresses, public transport and accessibility, with a map on request")
        template = "blocks/places.html"
        value_class = PlacesValue

    def get_preview_value(self):
        venue = apps.get_model("calendar_pages.Venue").objects.order_by("pk").first()
        return self.normalize({"heading": "So finden Sie uns", "venues": [venue] if venue else []})

    def get_api_representation(self, value, context=None) -> PlacesShape:
        return {
            "heading": value["heading"] or "",
            "places": [venue_shape(venue) for venue in value.places],
        }
