"""What it takes to attend an event: price and registration, place and way of taking part."""

import datetime

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel

from univercity.http_cache.dependencies import holds_until


class Admission(models.Model):
    """Price (in euros) and registration of an event."""

    class Registration(models.TextChoices):
        NONE = "none", pgettext_lazy("registration", "Not needed")
        OPTIONAL = "optional", pgettext_lazy("registration", "Welcome")
        REQUIRED = "required", pgettext_lazy("registration", "Required")
        FULL = "full", _("Fully booked")

    is_free = models.BooleanField(
        _("free of charge"), default=False, help_text=_("Nothing to pay, not even at the door")
    )
    price_from = models.DecimalField(
        _("price from"),
        max_digits=7,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
        help_text=_("In euros, for example: 5,00"),
    )
    price_to = models.DecimalField(
        _("price to"),
        max_digits=7,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
        help_text=_("In euros, if there are several, for example: 12,00"),
    )
    price_note = models.CharField(
        _("note on the price"),
        max_length=250,
        blank=True,
        help_text=_("For example: Studierende zahlen die Hälfte"),
    )
    ticket_url = models.URLField(
        _("address to buy tickets"), blank=True, help_text=_("For example: https://karten.example")
    )
    registration = models.CharField(
        _("registration"),
        max_length=16,
        choices=Registration.choices,
        default=Registration.NONE,
        help_text=_("For example: Required"),
    )
    registration_url = models.URLField(
        _("address to register"), blank=True, help_text=_("For example: https://anmeldung.example")
    )
    registration_email = models.EmailField(
        _("e-mail to register"), blank=True, help_text=_("For example: anmeldung@partner.example")
    )
    registration_opens = models.DateTimeField(
        _("registration opens"), null=True, blank=True, help_text=_("For example: 01.10.2026 08:00")
    )
    registration_closes = models.DateTimeField(
        _("registration closes"),
        null=True,
        blank=True,
        help_text=_("For example: 20.11.2026 23:59"),
    )
    capacity = models.PositiveIntegerField(
        _("places"), null=True, blank=True, help_text=_("How many can take part, for example: 120")
    )

    admission_panel = MultiFieldPanel(
        [
            FieldPanel("is_free"),
            FieldRowPanel([FieldPanel("price_from"), FieldPanel("price_to")]),
            FieldPanel("price_note"),
            FieldPanel("ticket_url"),
            FieldRowPanel([FieldPanel("registration"), FieldPanel("capacity")]),
            FieldRowPanel([FieldPanel("registration_url"), FieldPanel("registration_email")]),
            FieldRowPanel([FieldPanel("registration_opens"), FieldPanel("registration_closes")]),
        ],
        heading=_("Price and registration"),
    )
    #: The same in every language; the others are text.
    ADMISSION_FACTS = [
        "is_free",
        "price_from",
        "price_to",
        "ticket_url",
        "registration",
        "registration_url",
        "registration_email",
        "registration_opens",
        "registration_closes",
        "capacity",
    ]

    class Meta:
        abstract = True

    @property
    def registration_is_open(self):
        """Whether one can register now; the moments of opening and closing are included."""
        opens, closes, now = self.registration_opens, self.registration_closes, timezone.now()
        return (
            self.registration != self.Registration.FULL
            and (opens is None or opens <= now)
            and (closes is None or now <= closes)
        )

    @property
    def registration_changes_at(self):
        """When registration next opens or closes, as an aware time; ``None`` if it does not."""
        opens, closes, now = self.registration_opens, self.registration_closes, timezone.now()
        closed = closes and closes + datetime.timedelta(seconds=1)  # the last moment is included
        return min((moment for moment in (opens, closed) if moment and moment > now), default=None)

    def get_context(self, request, *args, **kwargs):
        if self.registration_changes_at:
            holds_until(request, self.registration_changes_at)
        return super().get_context(request, *args, **kwargs)

    def clean(self):
        super().clean()
        errors = {}
        if self.is_free and (self.price_from or self.price_to):
            errors["is_free"] = _("An event with a price is not free. Remove the one or the other.")
        if None not in (self.price_from, self.price_to) and self.price_to < self.price_from:
            errors["price_to"] = _("The highest price is below the lowest.")
        opens, closes = self.registration_opens, self.registration_closes
        if opens and closes and closes < opens:
            errors["registration_closes"] = _("The registration closes before it opens.")
        if errors:
            raise ValidationError(errors)


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
