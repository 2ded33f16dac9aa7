"""Places where events happen."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from univercity.content.previews import SnippetPreview
from univercity.content.snippets.postal_address import Address
from univercity.content.snippets.public_at_once import PublicAtOnce


class Provided(models.TextChoices):
    """Whether a venue offers something; not knowing is not the same as no."""

    YES = "yes", _("Yes")
    NO = "no", _("No")
    UNKNOWN = "unknown", _("Not known")


def provided_field(label, help_text):
    return models.CharField(
        label, max_length=8, choices=Provided.choices, default=Provided.UNKNOWN, help_text=help_text
    )


class Venue(index.Indexed, SnippetPreview, PublicAtOnce, Address):
    """A place with address and what visitors with disabilities need to know."""

    name = models.CharField(
        _("name"), max_length=120, help_text=_("As visitors know it, for example: Blue Square")
    )
    website = models.URLField(
        _("website"), blank=True, help_text=_("For example: https://www.bergbaumuseum.de")
    )
    public_transport = models.CharField(
        _("public transport"),
        max_length=250,
        blank=True,
        help_text=_("Line and stop, for example: U35, Ruhr-Universität"),
    )
    access_note = models.CharField(
        _("note on the entrance"),
        max_length=250,
        blank=True,
        help_text=_("How to get in, for example: Eingang über den Innenhof"),
    )
    step_free = provided_field(_("step-free entrance"), _("No step higher than 3 cm"))
    lift = provided_field(_("lift"), _("To all rooms for events"))
    accessible_toilet = provided_field(_("accessible toilet"), _("On the same floor or by lift"))
    induction_loop = provided_field(_("induction loop"), _("In the main room"))
    guide_dogs = provided_field(_("guide dogs welcome"), _("In all rooms"))
    accessible_parking = provided_field(_("accessible parking"), _("Within 100 metres"))
    accessibility_note = models.CharField(
        _("note on accessibility"),
        max_length=250,
        blank=True,
        help_text=_("What else matters, for example: Rampe am Seiteneingang, bitte klingeln"),
    )
    checked_on = models.DateField(
        _("checked on"),
        null=True,
        blank=True,
        help_text=_("When somebody last looked on site, for example: 12.03.2026"),
    )

    preview_template = "calendar_pages/venue_preview.html"
    ACCESSIBILITY = [
        "step_free",
        "lift",
        "accessible_toilet",
        "induction_loop",
        "guide_dogs",
        "accessible_parking",
    ]
    override_translatable_fields = [*Address.address_fields, SynchronizedField("name")]
    panels = [
        FieldPanel("name"),
        Address.address_panel,
        FieldPanel("website"),
        MultiFieldPanel(
            [FieldPanel("public_transport"), FieldPanel("access_note")], heading=_("Getting there")
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel(name) for name in ACCESSIBILITY[:3]]),
                FieldRowPanel([FieldPanel(name) for name in ACCESSIBILITY[3:]]),
                FieldPanel("accessibility_note"),
                FieldPanel("checked_on"),
            ],
            heading=_("Accessibility"),
        ),
    ]
    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.SearchField("street"),
        index.AutocompleteField("street"),
    ]

    class Meta(PublicAtOnce.Meta):
        verbose_name = _("venue")
        verbose_name_plural = _("venues")
        ordering = ["name"]

    def __str__(self):
        return self.name

    @property
    def accessibility(self):
        """Return (label, :class:`Provided`) for everything that is known."""
        values = ((name, Provided(getattr(self, name))) for name in self.ACCESSIBILITY)
        return [
            (self._meta.get_field(name).verbose_name, value)
            for name, value in values
            if value != Provided.UNKNOWN
        ]
