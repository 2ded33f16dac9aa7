"""The action "Pre-translate" of the admin."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.log_actions import LogFormatter
from wagtail_localize.models import Translation

from univercity.translation_desk.machine.pretranslation import Result
from univercity.translation_desk.machine.providers import provider_name
from univercity.translation_desk.machine.tasks import PRETRANSLATED, pretranslate_later


def pretranslation_label() -> str:
    """Return what a button for it says: what it can do as the site is set up."""
    name = provider_name()
    if not name:
        return _("Fill from translation memory")
    return _("Pre-translate with %(service)s") % {"service": name}


def pretranslation_address(translation: Translation) -> str:
    """Return where it is asked for, by POST; the field ``next`` says where to go afterwards.

    It is the address of wagtail-localize, with what ``guards.table`` asks for before it.
    """
    return reverse("wagtail_localize:machine_translate", args=[translation.pk])


@require_POST
def pretranslate_view(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Pre-translate one page or snippet, and say what came of it."""
    translation = get_object_or_404(Translation, pk=translation_id, enabled=True)
    pretranslate_and_tell(request, translation)
    return redirect(get_valid_next_url_from_request(request) or editor_of(translation, request))


def pretranslate_and_tell(request: HttpRequest, translation: Translation) -> None:
    """Pre-translate for the account of a request, and leave a message about it."""
    result = pretranslate_later(translation, request.user)
    if result is None:
        text = _("The pre-translation has begun. What comes of it is in the history of the page.")
        messages.info(request, text)
    else:
        messages.add_message(request, level_of(result), result.message)


def level_of(result: Result) -> int:
    if result.failure:
        return messages.ERROR
    return messages.SUCCESS if result.is_complete else messages.WARNING


def editor_of(translation: Translation, request: HttpRequest) -> str:
    home = reverse("wagtailadmin_home")
    try:
        target: Any = translation.get_target_instance()
    except ObjectDoesNotExist:
        return home
    return AdminURLFinder(request.user).get_edit_url(target) or home


def register_pretranslation(actions: Any) -> None:
    @actions.register_action(PRETRANSLATED)
    class PretranslationFormatter(LogFormatter):
        label = gettext_lazy("Pre-translate")

        def format_message(self, log_entry: Any) -> str:
            return Result(**log_entry.data).message
