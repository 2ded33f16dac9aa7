"""Postal addresses with a place on the map."""

from urllib.parse import urlencode

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail_localize.fields import SynchronizedField


class Address(models.Model):
    """Street, town and coordinates (WGS 84, decimal degrees)."""

    street = models.CharField(
        _("street and number"),
        max_length=120,
        blank=True,
        help_text=_("For example: Willy-Brandt-Platz 2-6"),
    )
    postcode = models.CharField(
        _("postcode"), max_length=10, blank=True, help_text=_("For example: 44777")
    )
    city = models.CharField(
        _("town"), max_length=80, blank=True, help_text=_("For example: Bochum")
    )
    latitude = models.DecimalField(
        _("latitude"),
        max_digits=8,
        decimal_places=5,
        null=True,
        blank=True,
        validators=[MinValueValidator(-90), MaxValueValidator(90)],
        help_text=_("Degrees north, for example: 51.48165"),
    )
    longitude = models.DecimalField(
        _("longitude"),
        max_digits=8,
        decimal_places=5,
        null=True,
        blank=True,
        validators=[MinValueValidator(-180), MaxValueValidator(180)],
        help_text=_("Degrees east, for example: 7.21648"),
    )

    #: For ``override_translatable_fields``: an address is the same in every language.
    address_fields = [SynchronizedField(name) for name in ("street", "postcode", "city")]
    address_panel = MultiFieldPanel(
        [
            FieldPanel("street"),
            FieldRowPanel([FieldPanel("postcode"), FieldPanel("city")]),
            FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")]),
        ],
        heading=_("Address"),
    )

    class Meta:
        abstract = True

    @property
    def map_url(self):
        """Address on OpenStreetMap, opened only when the visitor follows the link; may be empty."""
        if self.latitude is None or self.longitude is None:
            return ""
        place = f"{self.latitude}/{self.longitude}"
        return f"https://www.openstreetmap.org/?mlat={self.latitude}&mlon={self.longitude}#map=17/{place}"

    @property
    def map_embed_url(self):
        """Map with a marker for a frame, requested only after the visitor agreed; may be empty."""
        if self.latitude is None or self.longitude is None:
            return ""
        latitude, longitude = float(self.latitude), float(self.longitude)
        # As wide as three streets; a degree of longitude is two thirds as long in Bochum.
        edges = (longitude - 0.004, latitude - 0.002, longitude + 0.004, latitude + 0.002)
        query = {
            "bbox": ",".join(f"{edge:.5f}" for edge in edges),
            "layer": "mapnik",
            "marker": f"{latitude:.5f},{longitude:.5f}",
        }
        return f"https://www.openstreetmap.org/export/embed.html?{urlencode(query)}"
