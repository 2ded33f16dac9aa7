"""The entries about translation jobs in the history of a page."""

from __future__ import annotations

import datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from wagtail.log_actions import LogFormatter, log, registry
from wagtail.models import Page

from univercity.translation_desk.assignments.assignment import name_of

#: Action in the history of a translation; its data hold what happened, and the job then.
JOB = "univercity.translation_job"
EVENTS = {
    "opened": gettext_lazy("Translation job opened"),
    "changed": gettext_lazy("Translation job changed"),
    "done": gettext_lazy("Translation job done"),
    "reopened": gettext_lazy("Translation job opened anew: the German text has changed"),
    "closed": gettext_lazy("Translation job closed"),
}


def find_version(job: Any) -> Model | None:
    """Return the translation that a job is about, else its source; ``None`` if both are gone."""
    model = ContentType.objects.get_for_id(job.content_type_id).model_class()
    if model is None:
        return None
    base: Any = Page if issubclass(model, Page) else model
    versions = base._default_manager.filter(translation_key=job.translation_key)
    return versions.filter(locale=job.locale_id).first() or versions.first()


def note_in_history(job: Any, event: str, by: Any = None) -> None:
    """Say in the history of the translation what happened to a job; an event of ``EVENTS``."""
    version = find_version(job)
    if version is None or registry.get_log_model_for_instance(version) is None:
        return
    data = {
        "event": event,
        "language": job.locale.language_code,
        "assignee": name_of(job.assignee),
        "due": job.due.isoformat() if job.due else "",
        "priority": job.priority,
        "note": job.note,
    }
    log(instance=version, action=JOB, user=by, data=data)


def register_job_action(actions: Any) -> None:
    @actions.register_action(JOB)
    class JobFormatter(LogFormatter):
        label = pgettext_lazy("in a history", "Translation job")

        def format_message(self, log_entry: Any) -> str:
            return str(EVENTS[log_entry.data["event"]])

        def format_comment(self, log_entry: Any) -> str:
            return ". ".join(facts(log_entry.data))


def facts(data: dict[str, str]) -> list[str]:
    """Return what a job said when an entry was made."""
    found = [data["language"]]
    if data["assignee"]:
        found.append(_("Assigned to %(name)s") % {"name": data["assignee"]})
    if data["due"]:
        day = datetime.date.fromisoformat(data["due"])
        found.append(_("Due on %(day)s") % {"day": date_format(day, "SHORT_DATE_FORMAT")})
    if data["priority"] == "urgent":
        found.append(_("Urgent"))
    if data["note"]:
        found.append(data["note"])
    return found
