"""Publish and expire what is planned for a time, and call off what is refused then.

Whoever planned a publication that is refused gets a mail with the reason; it also stands in the
history of the page.
"""

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
from django.utils.translation import get_language, gettext_lazy, override
from django.utils.translation import gettext as _
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.utils import get_admin_base_url
from wagtail.log_actions import LogFormatter, log, registry
from wagtail.models import DraftStateMixin, Page, Revision
from wagtail.users.models import UserProfile

logger = logging.getLogger(__name__)

#: Action in the history of a page; its data hold the reason in each language.
REFUSED = "univercity.publication_refused"


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


def register_refusal(actions):
    @actions.register_action(REFUSED)
    class RefusalFormatter(LogFormatter):
        label = gettext_lazy("Planned publication refused")
        message = gettext_lazy("Not published as planned")

        def format_comment(self, log_entry):
            return log_entry.data["reason"].get(get_language()[:2], "")
