"""Writing to an account in the language of its admin."""

from __future__ import annotations

import logging
from typing import Any

from django.template.loader import render_to_string
from django.utils.translation import override
from wagtail.admin.mail import send_mail
from wagtail.users.models import UserProfile

logger = logging.getLogger(__name__)


def language_of(user: Any) -> str:
    return str(UserProfile.get_for_user(user).get_preferred_language())


def send(user: Any, name: str, context: dict[str, Any]) -> bool:
    """Send ``templates/translation/mail/<name>.txt``; return whether it went out.

    A mail server that fails is logged, and fails nothing else.
    """
    if not user.is_active or not user.email:
        return False
    with override(language_of(user)):
        values = {**context, "user": user}
        subject = render_to_string(f"translation/mail/{name}_subject.txt", values).strip()
        text = render_to_string(f"translation/mail/{name}.txt", values).strip()
    try:
        send_mail(subject, text, [user.email])
    except Exception:
        logger.exception("Could not send “%s” to %s", subject, user.email)
        return False
    return True
