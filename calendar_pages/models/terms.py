"""Vocabularies by which events are sorted, and the rows that give an event its terms.

Each term exists once per language. Rows, because wagtail-localize ignores many-to-many fields.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable, TranslatableMixin
from wagtail_localize.fields import SynchronizedField

from univercity.content.snippets.public_at_once import PublicAtOnce


class Term(PublicAtOnce):
    """An entry of a vocabulary, with a slug that is the same in every language."""

    name = models.CharField(
        _("name"),
        max_length=80,
        help_text=_("As visitors read it, for example: Studieninteressierte"),
    )
    slug = models.SlugField(
        _("key"),
        max_length=80,
        help_text=_("In addresses and the API, never changed, for example: studieninteressierte"),
    )

    override_translatable_fields = [SynchronizedField("slug", overridable=False)]
    panels = [FieldPanel("name"), FieldPanel("slug")]

    class Meta(PublicAtOnce.Meta):
        abstract = True
        ordering = ["name"]
        unique_together = [("translation_key", "locale"), ("slug", "locale")]

    def __str__(self):
        return self.name


class Audience(Term):
    """Whom an event is for."""

    class Meta(Term.Meta):
        verbose_name = _("audience")
        verbose_name_plural = _("audiences")


class Format(Term):
    """What kind of event it is: lecture, guided tour, workshop ..."""

    class Meta(Term.Meta):
        verbose_name = _("format")
        verbose_name_plural = _("formats")


class Topic(Term):
    """What an event is about."""

    class Meta(Term.Meta):
        verbose_name = _("topic")
        verbose_name_plural = _("topics")


class EventAudience(TranslatableMixin, Orderable):
    page = ParentalKey(
        "calendar_pages.EventPage", on_delete=models.CASCADE, related_name="audiences"
    )
    audience = models.ForeignKey(
        Audience,
        verbose_name=_("audience"),
        on_delete=models.CASCADE,
        related_name="+",
        help_text=_("For example: Studieninteressierte"),
    )
    panels = [FieldPanel("audience")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("audience")


class EventFormat(TranslatableMixin, Orderable):
    page = ParentalKey("calendar_pages.EventPage", on_delete=models.CASCADE, related_name="formats")
    format = models.ForeignKey(
        Format,
        verbose_name=_("format"),
        on_delete=models.CASCADE,
        related_name="+",
        help_text=_("For example: Vortrag"),
    )
    panels = [FieldPanel("format")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("format")


class EventTopic(TranslatableMixin, Orderable):
    page = ParentalKey("calendar_pages.EventPage", on_delete=models.CASCADE, related_name="topics")
    topic = models.ForeignKey(
        Topic,
        verbose_name=_("topic"),
        on_delete=models.CASCADE,
        related_name="+",
        help_text=_("For example: Wirtschaft"),
    )
    panels = [FieldPanel("topic")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("topic")
