"""What the clock remembers: which jobs are at work and when they were last done."""

import datetime
import uuid

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class JobManager(models.Manager):
    """Starts jobs so that two processes never do the same work at once.

    Each question is one conditional update, which SQLite and PostgreSQL answer with yes only once.
    """

    def start(self, name: str, longest: datetime.timedelta) -> uuid.UUID | None:
        """Return a token to finish the job with, or ``None`` while another process is at it.

        A process that did not finish within ``longest`` is taken for dead.
        """
        now, token = timezone.now(), uuid.uuid4()
        self.get_or_create(name=name)
        free = Q(started_at=None) | Q(started_at__lte=now - longest)
        started = self.filter(free, name=name).update(started_at=now, token=token)
        return token if started else None

    def finish(self, name: str, token: uuid.UUID) -> None:
        """Free the job and remember when it was done."""
        done = {"started_at": None, "token": None, "finished_at": timezone.now()}
        self.filter(name=name, token=token).update(**done)

    def claim(self, name: str, every: datetime.timedelta, now: datetime.datetime) -> bool:
        """Return whether the caller is to do the job now: true once in each period."""
        self.get_or_create(name=name)
        due = Q(finished_at=None) | Q(finished_at__lte=now - every)
        return bool(self.filter(due, name=name).update(finished_at=now))


class Job(models.Model):
    """Something done by the clock, known by its name."""

    name = models.CharField(_("name"), max_length=60, primary_key=True)
    started_at = models.DateTimeField(_("at work since"), null=True)
    token = models.UUIDField(_("token of the run"), null=True)
    finished_at = models.DateTimeField(_("last done"), null=True)

    objects = JobManager()

    class Meta:
        verbose_name = _("scheduled job")
        verbose_name_plural = _("scheduled jobs")

    def __str__(self):
        return self.name
