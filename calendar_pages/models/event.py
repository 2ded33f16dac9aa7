"""An event: its fields, panels and JSON, and the values that templates show of it.

Price, registration, place and participation are in ``attendance``, dates in ``dates``, audience,
format and topic in ``terms``; ``calendar_pages.serializers`` makes JSON of them.
"""

from django.conf import settings
from django.conf.locale import LANG_INFO
from django.db import models
from django.db.models import prefetch_related_objects
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    MultipleChooserPanel,
)
from wagtail.api import APIField
from wagtail.fields import StreamField
from wagtail.models import Orderable, Page, PageManager
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from calendar_pages.blocks import EventStory
from calendar_pages.listing import calendar_in, lists_around, programme_of
from calendar_pages.models.attendance import Admission, Attendance
from calendar_pages.serializers import (
    CoOrganisersField,
    DatesField,
    ProgrammeField,
    SpokenLanguagesField,
    TermsField,
    VenueField,
)
from univercity.content.links.localized import LocalizedPages, localized
from univercity.content.pages.base import BasePage, BasePageQuerySet
from univercity.content.pages.locked_slug import PageForm
from univercity.content.reading.shelf import shelf_of_answer
from univercity.content.representations.fields import ImageField, PageLinkField


class EventQuerySet(BasePageQuerySet):
    """Selections of events."""

    def for_cards(self):
        """Bring along what a card shows: organiser (if public), venue, all dates."""
        partners = self.model.organiser.field.related_model.objects.live().public()
        organiser = models.Prefetch("organiser", queryset=partners.defer_streamfields())
        cards = super().for_cards().defer_streamfields().select_related("venue")
        return cards.prefetch_related(organiser, "dates")

    def with_organiser(self, pk):
        """Events of a partner, alone or with others, whichever language its page is in."""
        key = key_of(Page, pk)
        return self.filter(
            models.Q(organiser__translation_key__in=key)
            | models.Q(co_organisers__partner__translation_key__in=key)
        ).distinct()

    def with_term(self, vocabulary, pk):
        """Events with a term of a vocabulary ("audience", "format", "topic"), in any language."""
        term = self.model._meta.get_field(f"{vocabulary}s").related_model
        key = key_of(term._meta.get_field(vocabulary).related_model, pk)
        return self.filter(**{f"{vocabulary}s__{vocabulary}__translation_key__in": key}).distinct()

    def in_series(self, pk):
        """Events that are part of an umbrella, whichever language its page is in."""
        return self.filter(series__translation_key__in=key_of(Page, pk))

    def narrowed(self, criterion, pk):
        """Events with an "organiser", of a "series" or with a term of a vocabulary."""
        match criterion:
            case "organiser":
                return self.with_organiser(pk)
            case "series":
                return self.in_series(pk)
        return self.with_term(criterion, pk)


def key_of(model, pk):
    """Return the translation key of an object as a subquery."""
    return model._base_manager.filter(pk=pk).values("translation_key")


class EventForm(PageForm):
    """Shows the organiser of an event below a partner's page, without letting it be changed."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        partner = self.instance.organiser_from(self.parent_page)
        if partner and "organiser" in self.fields:
            organiser = self.fields["organiser"]
            organiser.disabled = True
            organiser.help_text = _("Given by the partner’s page that this event stands below")
            self.initial["organiser"] = partner.pk


class EventPage(Attendance, Admission, BasePage):
    """Something that happens at one or more dates."""

    class Kind(models.TextChoices):
        EVENT = "event", _("Event")
        OFFER = "offer", _("Ongoing offer")
        DEADLINE = "deadline", _("Deadline")
        UMBRELLA = "umbrella", _("Festival or series")

    class Status(models.TextChoices):
        SCHEDULED = "scheduled", _("Takes place")
        CANCELLED = "cancelled", pgettext_lazy("of an event", "Cancelled")
        POSTPONED = "postponed", _("Postponed, new date to be announced")
        RESCHEDULED = "rescheduled", _("Moved to another date")
        MOVED_ONLINE = "moved-online", _("Moved online")

    lead = models.TextField(
        _("lead"),
        max_length=500,
        help_text=_(
            "What awaits visitors, in two or three sentences, for example: Wie klingt Licht?"
        ),
    )
    body = StreamField(
        EventStory(),
        verbose_name=_("content"),
        blank=True,
        help_text=_("The full description, for example a text, an image and frequent questions"),
    )
    kind = models.CharField(
        _("kind"),
        max_length=16,
        choices=Kind.choices,
        default=Kind.EVENT,
        help_text=_("For example: Deadline, of which only the end matters"),
    )
    status = models.CharField(
        _("status"),
        max_length=16,
        choices=Status.choices,
        default=Status.SCHEDULED,
        help_text=_("Shown wherever the event appears, for example: Cancelled"),
    )
    status_note = models.CharField(
        _("note on the status"),
        max_length=250,
        blank=True,
        help_text=_("Why, and what now, for example: Karten behalten ihre Gültigkeit."),
    )
    previous_start = models.DateTimeField(
        _("former start"),
        null=True,
        blank=True,
        help_text=_("Of an event that was moved, for example: 12.11.2026 18:30"),
    )
    organiser = models.ForeignKey(
        "network.PartnerPage",
        verbose_name=_("organiser"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="events",
        help_text=_("The partner in charge, for example: Deutsches Bergbau-Museum Bochum"),
    )
    series = models.ForeignKey(
        "self",
        verbose_name=_("part of"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="parts",
        help_text=_("The series or festival it belongs to, for example: Nacht der Wissenschaft"),
    )
    featured = models.BooleanField(
        _("highlight"), default=False, help_text=_("Marked in lists, for example on the home page")
    )
    contact_name = models.CharField(
        _("contact"), max_length=120, blank=True, help_text=_("For example: Projektbüro UniverCity")
    )
    contact_email = models.EmailField(
        _("e-mail"), blank=True, help_text=_("For example: veranstaltung@partner.example")
    )
    contact_phone = models.CharField(
        _("telephone"), max_length=40, blank=True, help_text=_("For example: +49 234 123456")
    )

    objects = PageManager.from_queryset(EventQuerySet)()

    base_form_class = EventForm
    listings = frozenset({"list-calendars"})  # leads back to its calendar
    listed_in = frozenset({"list-events"})
    listed_on = ("organiser", "co_organisers.partner", "series")
    parent_page_types = ["calendar_pages.CalendarPage", "network.PartnerPage"]
    subpage_types = []
    goes_out_of_date = False  # its dates say when it is over
    page_description = _("An event with dates, venue, organiser and everything visitors ask")
    editor_help = _(
        "Something that happens at one or more dates. Lists show the title, the lead and the next "
        "date. When a date changes, change the status as well: visitors then see it everywhere."
    )
    content_panels = [
        *BasePage.content_panels,
        FieldPanel("lead"),
        InlinePanel(
            "dates", heading=_("Dates"), label=pgettext_lazy("of an event", "Date"), min_num=1
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("status"), FieldPanel("previous_start")]),
                FieldPanel("status_note"),
            ],
            heading=_("Status"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("organiser"),
                MultipleChooserPanel(
                    "co_organisers", chooser_field_name="partner", label=_("Co-organiser")
                ),
            ],
            heading=_("Organisers"),
        ),
        Attendance.attendance_panel,
        Admission.admission_panel,
        FieldPanel("body"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("kind"), FieldPanel("featured")]),
                FieldPanel("series"),
                MultipleChooserPanel(
                    "audiences", chooser_field_name="audience", label=_("Audience")
                ),
                MultipleChooserPanel("formats", chooser_field_name="format", label=_("Format")),
                MultipleChooserPanel("topics", chooser_field_name="topic", label=_("Topic")),
            ],
            heading=_("Classification"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("contact_name"),
                FieldRowPanel([FieldPanel("contact_email"), FieldPanel("contact_phone")]),
            ],
            heading=_("Contact"),
        ),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("lead"),
        index.SearchField("body"),
        index.FilterField("status"),
        index.FilterField("kind"),
    ]
    shown_lists = (lists_around,)
    #: The same in every language; the others are text, or chosen per language.
    FACTS = [
        "kind",
        "status",
        "previous_start",
        "featured",
        "contact_email",
        "contact_phone",
        *Attendance.ATTENDANCE_FACTS,
        *Admission.ADMISSION_FACTS,
    ]
    api_fields = [
        *BasePage.api_fields,
        APIField("teaser_image", serializer=ImageField("card", "social", "inline")),
        APIField("lead"),
        APIField("body"),
        *(APIField(name) for name in FACTS),
        APIField("status_note"),
        APIField("meeting_point"),
        APIField("price_note"),
        APIField("contact_name"),
        APIField("dates", serializer=DatesField()),
        APIField("organiser", serializer=PageLinkField()),
        APIField("co_organisers", serializer=CoOrganisersField()),
        APIField("venue", serializer=VenueField()),
        APIField("spoken_languages", serializer=SpokenLanguagesField()),
        APIField("audiences", serializer=TermsField("audience")),
        APIField("formats", serializer=TermsField("format")),
        APIField("topics", serializer=TermsField("topic")),
        APIField("series", serializer=PageLinkField()),
        APIField("programme", serializer=ProgrammeField()),
    ]
    override_translatable_fields = [
        SynchronizedField(name, overridable=False) for name in [*FACTS, "organiser", "series"]
    ]

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")

    def clean(self):
        self._take_organiser_from_above()
        super().clean()

    def minimal_clean(self):
        self._take_organiser_from_above()
        super().minimal_clean()

    def _take_organiser_from_above(self):
        self.organiser = self.organiser_from(self.get_parent()) or self.organiser

    @classmethod
    def organiser_from(cls, parent):
        """Return the partner that organises whatever stands below ``parent``, in the source
        language, or ``None`` where ``parent`` is no partner."""
        partners = cls.organiser.field.related_model.objects
        if parent is None or parent.specific_class is not partners.model:
            return None
        versions = partners.filter(translation_key=parent.translation_key)
        return versions.filter(locale__language_code=settings.LANGUAGE_CODE).first()

    @cached_property
    def all_dates(self):
        """The dates, soonest first."""
        return sorted(self.dates.all(), key=lambda date: date.starts_at)

    @property
    def next_date(self):
        """The first date that is not over, else the last one; ``None`` without any."""
        coming = (date for date in self.all_dates if not date.is_past)
        return next(coming, self.all_dates[-1] if self.all_dates else None)

    @staticmethod
    def day_anchor(day):
        """Return the anchor of the date that begins on ``day``, for links to it."""
        return f"date-{day:%Y-%m-%d}"

    def begins_on(self, day):
        """Return whether one of the dates begins on ``day``."""
        return any(date.start_date == day for date in self.dates.all())

    @property
    def takes_place(self):
        """Whether there is still something to go to: not cancelled, not over."""
        return self.status != self.Status.CANCELLED and not (
            self.next_date and self.next_date.is_past
        )

    @property
    def calendar(self):
        """The public calendar in the language of this page, or ``None``."""
        return calendar_in(self.locale.language_code)

    @property
    def programme(self):
        """The next dates of the events that are part of this one, each with its event."""
        if self.kind != self.Kind.UMBRELLA:
            return []
        return shelf_of_answer().listed(programme_of(self))

    @cached_property
    def co_organiser_pages(self):
        """The co-organisers in their order, each in the active language where translated."""
        ids = [row.partner_id for row in self.co_organisers.all()]
        pages = LocalizedPages(ids, type(self).organiser.field.related_model)
        return [page for page in map(pages.get, ids) if page]

    @cached_property
    def organiser_page(self):
        """The organiser in the active language where translated, or ``None``."""
        return self.organiser and localized(self.organiser)

    def get_terms(self, vocabulary):
        """Return the terms of a vocabulary ("audience", "format", "topic") in their order."""
        rows = list(getattr(self, f"{vocabulary}s").all())
        prefetch_related_objects(rows, vocabulary)
        return [getattr(row, vocabulary) for row in rows]


class EventCoOrganiser(Orderable):
    """A partner beside the organiser."""

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
