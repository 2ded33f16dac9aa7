"""Where and how people take part in an event."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel


class Attendance(models.Model):
    """Place, mode and accessibility of an event, and whom it suits."""

    class Mode(models.TextChoices):
        ONSITE = "onsite", _("On site")
        ONLINE = "online", _("Online")
        HYBRID = "hybrid", _("On site and online")

    mode = models.CharField(
        _("mode"),
        max_length=16,
        choices=Mode.choices,
        default=Mode.ONSITE,
        help_text=_("For example: On site and online"),
    )
    venue = models.ForeignKey(
        "calendar_pages.Venue",
        verbose_name=_("venue"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="events",
        help_text=_("For example: Blue Square"),
    )
    room = models.CharField(
        _("room"), max_length=120, blank=True, help_text=_("For example: Hörsaal HZO 20")
    )
    meeting_point = models.CharField(
        _("meeting point"),
        max_length=250,
        blank=True,
        help_text=_("Where it differs from the venue, for example: Vor dem Schauspielhaus"),
    )
    online_url = models.URLField(
        _("address to take part online"),
        blank=True,
        help_text=_("For example: https://stream.hochschule.example/vortrag"),
    )
    sign_language = models.BooleanField(
        _("with sign language"), default=False, help_text=_("German Sign Language (DGS)")
    )
    captions = models.BooleanField(
        _("with live captions"), default=False, help_text=_("What is said can be read at once")
    )
    plain_language = models.BooleanField(
        _("in plain language"), default=False, help_text=_("Easy to follow for everybody")
    )
    age_min = models.PositiveSmallIntegerField(
        _("minimum age"), null=True, blank=True, help_text=_("In years, for example: 8")
    )
    age_max = models.PositiveSmallIntegerField(
        _("maximum age"), null=True, blank=True, help_text=_("In years, for example: 12")
    )

    attendance_panel = MultiFieldPanel(
        [
            FieldPanel("mode"),
            FieldRowPanel([FieldPanel("venue"), FieldPanel("room")]),
            FieldPanel("meeting_point"),
            FieldPanel("online_url"),
            InlinePanel("spoken_languages", label=_("Spoken language")),
            FieldRowPanel(
                [FieldPanel("sign_language"), FieldPanel("captions"), FieldPanel("plain_language")]
            ),
            FieldRowPanel([FieldPanel("age_min"), FieldPanel("age_max")]),
        ],
        heading=_("Place and participation"),
    )
    #: The same in every language; the others are text.
    ATTENDANCE_FACTS = [
        "mode",
        "room",
        "online_url",
        "sign_language",
        "captions",
        "plain_language",
        "age_min",
        "age_max",
    ]

    class Meta:
        abstract = True

    def clean(self):
        super().clean()
        if None not in (self.age_min, self.age_max) and self.age_max < self.age_min:
            raise ValidationError({"age_max": _("The highest age is below the lowest.")})
