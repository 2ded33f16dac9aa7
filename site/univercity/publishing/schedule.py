"""What the site does by the clock: planned publications, and the jobs that follow the clock."""

import datetime
import logging
from collections.abc import Callable, Iterator
from typing import Any

from django.apps import apps
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.core.mail import send_mail
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy, override
from django.utils.translation import gettext as _
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.ui.components import Component
from wagtail.admin.utils import get_admin_base_url
from wagtail.log_actions import LogFormatter, log, registry
from wagtail.models import DraftStateMixin, Page, Revision
from wagtail.permissions import page_permission_policy
from wagtail.users.models import UserProfile

from univercity.publishing.models import Job
from univercity.publishing.signals import tick

# Pages and snippets that go live or expire at a planned time.

logger = logging.getLogger(__name__)


def publish_and_expire(now: datetime.datetime) -> Iterator[str]:
    """Do what Wagtail's ``publish_scheduled`` does, and yield what failed.

    Wagtail's command stops at the first page that cannot be published, in each run again.
    """
    for thing in find_expired(now):
        yield from attempt(expire, thing)
    for revision in find_due_revisions(now):
        yield from attempt(publish, revision)


def attempt(work: Callable[[Any], None], thing: Any) -> Iterator[str]:
    """Do one piece of work; where it fails, undo it and yield why."""
    try:
        work(thing)
    except Exception as error:  # noqa: BLE001 - whatever it is, the other pages must not wait
        logger.exception("Could not %s %s", work.__name__, thing)
        yield f"{work.__name__} {thing}: {error!r}"


def find_expired(now: datetime.datetime) -> list[models.Model]:
    """Return everything live whose time is over."""
    kinds: list[Any] = [Page]
    for model in apps.get_models():
        if issubclass(model, DraftStateMixin) and not issubclass(model, Page):
            kinds.append(model)
    return [
        thing
        for kind in kinds
        for thing in kind.objects.filter(live=True, expire_at__lt=now).order_by("expire_at")
    ]


def find_due_revisions(now: datetime.datetime) -> list[Revision]:
    """Return approved revisions whose time has come, those of pages above others first."""
    revisions = list(Revision.objects.filter(approved_go_live_at__lt=now))
    revisions.sort(key=lambda revision: (depth_of(revision), revision.approved_go_live_at))
    return revisions


def depth_of(revision: Revision) -> int:
    """Return how deep in the tree the page of a revision stands; a snippet stands at 0."""
    return getattr(revision.content_object, "depth", 0)


@transaction.atomic
def expire(thing: Any) -> None:
    thing.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")


def publish(revision: Revision) -> None:
    try:
        with transaction.atomic():
            revision.publish(log_action="wagtail.publish.scheduled")
    except ValidationError as error:
        refuse(revision, error)


# What happens when a planned publication is refused: it is called off, and people learn why.

#: Action in the history of a page; its data hold the reason in each language.
REFUSED = "univercity.publication_refused"


def refuse(revision: Revision, error: ValidationError) -> None:
    """Call the planned publication off, so that it is not tried again each minute, and say why."""
    draft = revision.as_object()
    with transaction.atomic():
        revision.approved_go_live_at = None
        revision.save(update_fields=["approved_go_live_at"])
        log(instance=draft, action=REFUSED, revision=revision, data={"reason": reasons(error)})
    logger.warning("Not published as planned: %s (%s)", draft, " ".join(error.messages))
    user = find_planner(revision, draft)
    if user and user.email:
        send_reason(user, draft, error)


def reasons(error: ValidationError) -> dict[str, str]:
    """Return the reason by language code."""
    texts = {}
    for language, _name in settings.LANGUAGES:
        with override(language):
            texts[language] = " ".join(error.messages)
    return texts


def find_planner(revision: Revision, draft: Any) -> Any:
    """Return who planned the publication, else who wrote the draft; ``None`` if nobody is known."""
    entries = registry.get_logs_for_instance(draft).filter(action="wagtail.publish.schedule")
    planned_by = entries.order_by("-timestamp").values_list("user_id", flat=True).first()
    users = get_user_model().objects.filter(is_active=True)
    return users.filter(pk=planned_by or revision.user_id).first()


def send_reason(user: Any, draft: Any, error: ValidationError) -> None:
    """Write to the planner in the language of their admin."""
    with override(UserProfile.get_for_user(user).get_preferred_language()):
        title = str(draft)
        text = _(
            "“%(title)s” was to be published now and was not:\n\n%(reason)s\n\n"
            "It remains a draft, and the plan is called off. Plan it again here:\n%(address)s"
        )
        address = f"{get_admin_base_url()}{AdminURLFinder(user).get_edit_url(draft) or ''}"
        values = {"title": title, "reason": " ".join(error.messages), "address": address}
        subject = _("Not published as planned: %(title)s") % {"title": title}
        send_mail(subject, text % values, None, [user.email])


# One run of the clock.

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


# What the admin says about the clock.

#: Cron runs the clock every minute; after so long something is wrong.
SILENT = datetime.timedelta(minutes=5)


class SchedulePanel(Component):
    """On the dashboard: when planned pages were last published, and a warning if they are not."""

    name = "schedule"
    order = 350
    template_name = "publishing/schedule_panel.html"

    def get_context_data(self, parent_context):
        last = last_run()
        silent = last is None or timezone.now() - last > SILENT
        return {"last_run": last, "late": silent and something_is_planned()}


def something_is_planned():
    """Return whether any page waits to be published or taken offline."""
    return (
        Revision.objects.filter(approved_go_live_at__isnull=False).exists()
        or Page.objects.live().filter(expire_at__isnull=False).exists()
    )


def add_schedule_panel(request, panels):
    if page_permission_policy.user_has_permission(request.user, "publish"):
        panels.append(SchedulePanel())


def register_refusal(actions):
    @actions.register_action(REFUSED)
    class RefusalFormatter(LogFormatter):
        label = gettext_lazy("Planned publication refused")
        message = gettext_lazy("Not published as planned")

        def format_comment(self, log_entry):
            return log_entry.data["reason"].get(get_language()[:2], "")
