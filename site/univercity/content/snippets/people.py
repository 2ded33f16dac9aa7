"""People whom readers can turn to."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.models import DraftStateMixin, RevisionMixin, TranslatableMixin
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from univercity.content.media.images import ImagesWithAlt
from univercity.content.previews import SnippetPreview


class PersonQuerySet(models.QuerySet):
    def for_cards(self):
        """Bring along what a card shows."""
        return self.select_related("image").prefetch_related("image__renditions")


class Person(
    ImagesWithAlt,
    SnippetPreview,
    DraftStateMixin,
    RevisionMixin,
    TranslatableMixin,
    index.Indexed,
    models.Model,
):
    """A person, or an office, with role and contact; kept once, shown on many pages."""

    name = models.CharField(
        pgettext_lazy("of a person", "name"),
        max_length=120,
        help_text=_("A person or an office, for example: Projektbüro UniverCity"),
    )
    pronouns = models.CharField(
        _("pronouns"),
        max_length=40,
        blank=True,
        help_text=_("If the person wishes so, for example: sie/ihr"),
    )
    role = models.CharField(
        pgettext_lazy("of a person", "role"),
        max_length=160,
        blank=True,
        help_text=_("What they do for readers, for example: Ansprechperson für Partner"),
    )
    institution = models.CharField(
        _("institution"),
        max_length=160,
        blank=True,
        help_text=_("Where they work, for example: Bochum Marketing GmbH"),
    )
    image = models.ForeignKey(
        "univercity.Image",
        verbose_name=_("portrait"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("At least 400 × 400 pixels; set the focal point on the face"),
    )
    image_alt = models.CharField(
        _("alt text of the portrait"),
        max_length=255,
        blank=True,
        help_text=_(
            "What the portrait shows; taken from the image if left empty, "
            "for example: Ada Beispiel am Schreibtisch"
        ),
    )
    email = models.EmailField(
        _("e-mail"), blank=True, help_text=_("For example: kontakt@univercity-bochum.de")
    )
    phone = models.CharField(
        _("telephone"), max_length=40, blank=True, help_text=_("For example: +49 234 123456")
    )
    office_hours = models.CharField(
        _("office hours"),
        max_length=160,
        blank=True,
        help_text=_("When to reach them, for example: Montag bis Donnerstag, 9 bis 15 Uhr"),
    )

    objects = PersonQuerySet.as_manager()

    images_with_alt = ["image"]
    override_translatable_fields = [SynchronizedField(name) for name in ("name", "email", "phone")]
    preview_template = "content/person.html"
    panels = [
        FieldRowPanel([FieldPanel("name"), FieldPanel("pronouns")]),
        FieldRowPanel([FieldPanel("role"), FieldPanel("institution")]),
        MultiFieldPanel([FieldPanel("image"), FieldPanel("image_alt")], heading=_("Portrait")),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("email"), FieldPanel("phone")]),
                FieldPanel("office_hours"),
            ],
            heading=_("Contact"),
        ),
    ]
    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.SearchField("role"),
        index.AutocompleteField("role"),
        index.SearchField("institution"),
        index.AutocompleteField("institution"),
        index.FilterField("institution"),
        index.FilterField("locale"),
    ]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("person")
        verbose_name_plural = _("persons")
        ordering = ["name"]

    def __str__(self):
        return self.name
