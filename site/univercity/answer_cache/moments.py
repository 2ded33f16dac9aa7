"""When answers change although nobody changes anything."""

import datetime

from django.utils import timezone


def next_midnight() -> datetime.datetime:
    """Return when the next day begins here: what is past and what is to come changes then."""
    tomorrow = timezone.localdate() + datetime.timedelta(days=1)
    return timezone.make_aware(datetime.datetime.combine(tomorrow, datetime.time.min))


def change_by_clock(declared: datetime.datetime | None) -> float:
    """Return the UTC timestamp until which an answer holds, given what it declared itself."""
    midnight = next_midnight()
    return (midnight if declared is None else min(midnight, declared)).timestamp()
