"""The dates of an event."""

import datetime

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable, TranslatableMixin
from wagtail_localize.fields import SynchronizedField

# Dates are kept as wall-clock times. In the night in which clocks go back, 2:00 to 3:00 comes twice
# (Directive 2000/84/EC, Article 3), and a wall-clock time in it means the first of the two.


def first_wall_clock(moment):
    """Return day and time of the earliest wall-clock time that is ``moment`` or later."""
    local = timezone.localtime(moment, timezone.get_default_timezone())
    if local.fold:  # the hour comes a second time: whatever is in it was before
        local = local.replace(minute=0, second=0, microsecond=0) + datetime.timedelta(hours=1)
    return local.date(), local.time()


def last_wall_clock(moment):
    """Return day and time of the latest wall-clock time that is ``moment`` or earlier."""
    local = timezone.localtime(moment, timezone.get_default_timezone())
    if local.fold:
        local = local.replace(minute=59, second=59, microsecond=999999)
    return local.date(), local.time()


class TimeOrMidnight(models.Func):
    """The time of a date, midnight where none is given.

    The constant is written out: with a parameter in its place SQLite would not use the index.
    """

    template = "COALESCE(%(expressions)s, '00:00:00')"
    output_field = models.TimeField()


class EventDateQuerySet(models.QuerySet):
    """Selections of dates; a day is a day in Europe/Berlin."""

    def upcoming(self):
        """Dates that end today or later, soonest first."""
        return self.filter(last_day__gte=timezone.localdate()).chronological()

    def in_range(self, begin=None, end=None):
        """Dates that have not ended before ``begin`` and begin at ``end`` or before.

        Both are aware moments and belong to the range; ``None`` leaves it open. A date without an
        end lasts until its last day is over, one without a start begins at midnight.
        """
        dates = self
        if begin is not None:
            day, time = first_wall_clock(begin)
            ends_later = models.Q(end_time=None) | models.Q(end_time__gte=time)
            dates = dates.filter(models.Q(last_day__gt=day) | models.Q(ends_later, last_day=day))
        if end is not None:
            day, time = last_wall_clock(end)
            begun = models.Q(start_time=None) | models.Q(start_time__lte=time)
            dates = dates.filter(models.Q(start_date__lt=day) | models.Q(begun, start_date=day))
        return dates

    def beginning_first(self):
        """What begins today or later before what has been running for a while."""
        begun = models.Q(start_date__lt=timezone.localdate())
        running = models.Case(models.When(begun, then=1), default=0)
        return self.order_by(running, *self.query.order_by)

    def chronological(self):
        """By first day, then by time; dates without a time lead their day."""
        return self.order_by("start_date", models.F("start_time").asc(nulls_first=True), "pk")


class EventDateManager(models.Manager.from_queryset(EventDateQuerySet)):
    def get_queryset(self):
        return super().get_queryset().annotate(last_day=Coalesce("end_date", "start_date"))


class EventDate(TranslatableMixin, Orderable):
    """One date of an event: wall-clock times in Europe/Berlin, last day and end included."""

    page = ParentalKey("calendar_pages.EventPage", on_delete=models.CASCADE, related_name="dates")
    start_date = models.DateField(_("first day"), help_text=_("For example: 27.11.2026"))
    start_time = models.TimeField(
        _("begins at"),
        null=True,
        blank=True,
        help_text=_("Empty if not yet known, for example: 18:30"),
    )
    end_date = models.DateField(
        _("last day"),
        null=True,
        blank=True,
        help_text=_(
            "Empty if it ends the same day; after midnight, the day after. For example: 28.11.2026"
        ),
    )
    end_time = models.TimeField(
        _("ends at"), null=True, blank=True, help_text=_("For example: 20:00")
    )
    all_day = models.BooleanField(
        _("all day"), default=False, help_text=_("The whole day or several days, without times")
    )
    open_end = models.BooleanField(
        _("open end"), default=False, help_text=_("Begins at a time, ends when it ends")
    )
    title = models.CharField(
        _("title of this date"),
        max_length=160,
        blank=True,
        help_text=_("If each date has its own, for example: Teil 2: Was Sterne erzählen"),
    )

    objects = EventDateManager()

    override_translatable_fields = [
        SynchronizedField(name, overridable=False)
        for name in ("start_date", "start_time", "end_date", "end_time", "all_day", "open_end")
    ]
    panels = [
        FieldRowPanel([FieldPanel("start_date"), FieldPanel("start_time")]),
        FieldRowPanel([FieldPanel("end_date"), FieldPanel("end_time")]),
        FieldRowPanel([FieldPanel("all_day"), FieldPanel("open_end")]),
        FieldPanel("title"),
    ]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = pgettext_lazy("of an event", "date")
        verbose_name_plural = _("dates")
        indexes = [
            models.Index(
                "start_date", TimeOrMidnight("start_time"), "id", name="event_dates_in_order"
            ),
        ]

    def __str__(self):
        return f"{self.start_date} {self.start_time or ''}".strip()

    def clean(self):
        super().clean()
        errors = {}
        if self.start_date and self.end_date and self.end_date < self.start_date:
            errors["end_date"] = _("The event ends before it starts. Check the last day.")
        elif self._ends_before_it_starts():
            errors["end_time"] = _(
                "The event ends before it starts. For an end after midnight, "
                "enter the day after as last day."
            )
        if self.all_day and (self.start_time or self.end_time):
            errors["all_day"] = _(
                "An event that lasts all day has no times. Remove the one or the other."
            )
        if self.end_time and not self.start_time:
            errors["start_time"] = _("Say when the event begins, or remove the end.")
        if self.open_end and self.end_time:
            errors["open_end"] = _("An open end has no time. Remove the one or the other.")
        if errors:
            raise ValidationError(errors)

    def _ends_before_it_starts(self):
        same_day = self.end_date in (None, self.start_date)
        return same_day and self.start_time and self.end_time and self.end_time <= self.start_time

    @property
    def place_in_time(self):
        """By what ``EventDateQuerySet.chronological`` orders dates."""
        return self.start_date, self.start_time or datetime.time.min, bool(self.start_time), self.pk

    @property
    def anchor(self):
        """Where links to this day lead on the page of the event."""
        return self.page.day_anchor(self.start_date)

    @property
    def starts_at(self):
        """Start as an aware local time; midnight where no time is given."""
        return self._local(self.start_date, self.start_time or datetime.time.min)

    @property
    def ends_at(self):
        """End as an aware local time, or ``None`` where no time is given."""
        if not self.end_time:
            return None
        return self._local(self.end_date or self.start_date, self.end_time)

    @property
    def is_past(self):
        """Whether the last day is over."""
        return (self.end_date or self.start_date) < timezone.localdate()

    @staticmethod
    def _local(day, time):
        return datetime.datetime.combine(day, time, tzinfo=timezone.get_default_timezone())
