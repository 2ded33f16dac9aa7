"""How long changes are remembered."""

import datetime
from functools import partial
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Max

from univercity.changes.keys import CHANGE_LOG
from univercity.changes.models import Change, ChangeLogHead
from univercity.changes.settling import tell
from univercity.changes.webhooks.sending import forget
from univercity.schedule.models import Job

DAY = datetime.timedelta(days=1)


def oldest_known(now: datetime.datetime) -> datetime.datetime:
    """Return the moment before which changes may be forgotten."""
    return now - datetime.timedelta(days=settings.CHANGES_KEPT_DAYS)


def forget_what_is_old(now: datetime.datetime, **kwargs: Any) -> None:
    """Once a day remove old entries of the log and old events."""
    if not Job.objects.claim("forget-changes", DAY, now):
        return
    with transaction.atomic():
        old = Change.objects.filter(time__lt=oldest_known(now))
        last = old.aggregate(last=Max("position"))["last"]
        if last:
            ChangeLogHead.objects.filter(pk=1).update(pruned_to=last)
            old.delete()
            transaction.on_commit(partial(tell, {CHANGE_LOG}, []), robust=True)
    forget(oldest_known(now))
