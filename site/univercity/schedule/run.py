"""One run of the clock."""

import datetime
from collections.abc import Iterator

from django.utils import timezone

from univercity.schedule import tick
from univercity.schedule.models import Job
from univercity.schedule.publication import publish_and_expire

JOB = "tick"
#: A run that takes longer was killed: nothing in it waits for that long.
LONGEST_RUN = datetime.timedelta(minutes=15)


def run_once(now: datetime.datetime | None = None) -> list[str] | None:
    """Do everything that is due; return what failed, or ``None`` while another run is at work."""
    token = Job.objects.start(JOB, LONGEST_RUN)
    if token is None:
        return None
    try:
        return list(do_everything(now or timezone.now()))
    finally:
        Job.objects.finish(JOB, token)


def do_everything(now: datetime.datetime) -> Iterator[str]:
    """Do each piece of work whatever became of the others, and yield what failed."""
    yield from publish_and_expire(now)
    for receiver, answer in tick.send_robust(sender=None, now=now):
        if isinstance(answer, Exception):
            yield f"{receiver.__module__}.{receiver.__qualname__}: {answer!r}"


def last_run() -> datetime.datetime | None:
    """Return when the clock last finished a run, or ``None`` if it never did."""
    return Job.objects.filter(name=JOB).values_list("finished_at", flat=True).first()
