"""What an event is connected with.

Rows, because wagtail-localize ignores many-to-many fields.
"""

from django.conf.locale import LANG_INFO
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable, TranslatableMixin

from calendar_pages.models.terms import Audience, Format, Topic


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


class EventCoOrganiser(Orderable):
    page = ParentalKey(
        "calendar_pages.EventPage", on_delete=models.CASCADE, related_name="co_organisers"
    )
    partner = models.ForeignKey(
        "network.PartnerPage",
        verbose_name=_("partner"),
        on_delete=models.CASCADE,
        related_name="+",
        help_text=_("For example: Bochum Marketing GmbH"),
    )
    panels = [FieldPanel("partner")]

    class Meta(Orderable.Meta):
        verbose_name = _("co-organiser")


SPOKEN_LANGUAGES = [
    (code, LANG_INFO[code]["name_local"])
    for code in ("de", "en", "tr", "ar", "uk", "pl", "fr", "es", "it", "nl", "ru")
]


class EventLanguage(Orderable):
    """A language spoken at the event, which is not that of the text about it."""

    page = ParentalKey(
        "calendar_pages.EventPage", on_delete=models.CASCADE, related_name="spoken_languages"
    )
    language = models.CharField(
        _("language"),
        max_length=8,
        choices=SPOKEN_LANGUAGES,
        default="de",
        help_text=_("For example: Deutsch"),
    )
    panels = [FieldPanel("language")]

    class Meta(Orderable.Meta):
        verbose_name = _("spoken language")
