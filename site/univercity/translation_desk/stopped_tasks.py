"""Taking up again the tasks that were running when their worker was stopped."""

import datetime
from typing import Any

from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

#: A task that has been running for longer was stopped with its worker: a page takes seconds.
STOPPED = datetime.timedelta(minutes=10)


def resume(tasks: list[Any], now: datetime.datetime, stopped: datetime.timedelta = STOPPED) -> None:
    """Enqueue anew those of ``tasks`` that were running when their worker was stopped.

    One that has been running for longer than ``stopped`` was.
    """
    DBTaskResult.objects.filter(
        task_path__in=[each.module_path for each in tasks],
        status=TaskResultStatus.RUNNING,
        started_at__lt=now - stopped,
    ).update(status=TaskResultStatus.READY, started_at=None)
