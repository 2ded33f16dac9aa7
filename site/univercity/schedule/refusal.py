"""What happens when a planned publication is refused: it is called off, and people learn why."""

import logging
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.core.mail import send_mail
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.utils import get_admin_base_url
from wagtail.log_actions import log, registry
from wagtail.models import Revision
from wagtail.users.models import UserProfile

logger = logging.getLogger(__name__)

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
