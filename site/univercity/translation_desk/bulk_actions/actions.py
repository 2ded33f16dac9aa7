"""What can be done to the translations chosen in the report, and by whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import DraftStateMixin, Locale, Page
from wagtail_localize.models import Translation
from wagtail_localize.operations import translate_object

from univercity.translation.drafts import make_draft
from univercity.translation.gate import check_publishable, describe, gaps_in
from univercity.translation.models import TranslationState, TranslationStatus
from univercity.translation.objects import base_of
from univercity.translation.permissions import REQUEST, REVIEW, TRANSLATE
from univercity.translation_desk.assignments.assignment import (
    from_json,
    may_translate,
    name_of,
)
from univercity.translation_desk.assignments.models import TranslationJob
from univercity.translation_desk.bulk_actions.forms import AssignForm, LanguagesForm, RequestForm
from univercity.translation_desk.bulk_actions.models import BatchItem
from univercity.translation_desk.guards.demands import (
    Refused,
    is_locked,
    may_change,
    may_make,
    may_publish,
)
from univercity.translation_desk.machine.tasks import pretranslate_and_note


@dataclass(frozen=True)
class Work:
    """What is known of the translation when its turn has come."""

    user: Any
    options: dict[str, Any]  #: what was said in the form of the action
    source: Any
    locale: Locale
    target: Any  #: ``None`` where there is none but a placeholder
    content_type_id: int
    status: TranslationStatus | None
    translation: Translation | None

    @property
    def place(self) -> tuple[Any, int]:
        return self.source.translation_key, self.locale.pk

    @property
    def state(self) -> str:
        return self.status.state if self.status else TranslationState.MISSING


def find_work(item: BatchItem, source_locale: Locale) -> Work | None:
    """Read what an item is about anew; ``None`` if its source is gone."""
    model = base_of(item.content_type_id)
    versions = model._default_manager.filter(translation_key=item.translation_key)
    if model is Page:
        versions = versions.filter(alias_of=None).specific()
    source = versions.filter(locale=source_locale).first()
    if source is None:
        return None
    return Work(
        user=item.batch.user,
        options=item.batch.options,
        source=source,
        locale=item.locale,
        target=versions.filter(locale=item.locale_id).first(),
        content_type_id=item.content_type_id,
        status=TranslationStatus.objects.filter(
            translation_key=item.translation_key, locale=item.locale_id
        ).first(),
        translation=Translation.objects.filter(
            source__object_id=item.translation_key, target_locale=item.locale_id, enabled=True
        ).first(),
    )


@dataclass(frozen=True)
class Action:
    """A bulk action; ``perform`` raises ``Refused`` or ``ValidationError`` to say why not."""

    name: str
    label: Any
    explanation: Any
    permission: str
    form_class: type[LanguagesForm]
    perform: Any

    @property
    def url(self) -> str:
        return reverse(f"univercity_translations_{self.name}")


def request(work: Work) -> None:
    """Hand something to translation, where that is not done, and open a job."""
    refuse_others(work)
    refuse_settled(work)
    wishes = from_json(work.options)
    check_assignee(work, wishes)
    if work.target is None:
        if not may_make(work.user, work.source, work.locale):
            raise Refused(_("You may not edit the translation, or make one at this place."))
        translate_object(work.source, [work.locale], user=work.user)
    elif not may_change(work.user, work.target):
        raise Refused(_("You may not edit the translation, or make one at this place."))
    TranslationJob.objects.hand_out(work.place, work.content_type_id, wishes, work.user)


def assign(work: Work) -> None:
    """Say who does it, until when, how urgently."""
    refuse_others(work)
    refuse_settled(work)
    if work.target is None:
        raise Refused(_("Nobody has asked for this translation yet. Request it first."))
    wishes = from_json(work.options)
    check_assignee(work, wishes)
    TranslationJob.objects.hand_out(work.place, work.content_type_id, wishes, work.user)


def close(work: Work) -> None:
    """Close the job; the translation stays as it is."""
    refuse_others(work)
    if not TranslationJob.objects.close([work.place], "closed", work.user):
        raise Refused(_("There is no open job."))


def pretranslate(work: Work) -> None:
    """Fill open texts; what a service has given is kept also where it fails in the end."""
    if work.target is None or work.translation is None:
        raise Refused(_("Nobody has asked for this translation yet. Request it first."))
    if not may_change(work.user, work.target):
        raise Refused(_("You may not edit the translation, or make one at this place."))
    if is_locked(work.user, work.target):
        raise Refused(_("The translation is locked. Whoever has locked it can unlock it."))
    result = pretranslate_and_note(work.translation, work.user)
    if result.failure and not (result.from_memory or result.by_machine):
        raise Refused(result.message)


def publish(work: Work) -> None:
    """Publish what is complete and reviewed."""
    refuse_settled(work)
    if work.target is None or work.translation is None:
        raise Refused(_("There is no translation that could be published here."))
    if not isinstance(work.target, DraftStateMixin):
        raise Refused(_("Content of this kind has no drafts: it is public as it is translated."))
    if not may_publish(work.user, work.target):
        raise Refused(_("You may not publish the translation. Submit it for approval."))
    if is_locked(work.user, work.target):
        raise Refused(_("The translation is locked. Whoever has locked it can unlock it."))
    if work.state == TranslationState.IN_REVIEW:
        raise Refused(_("It waits for approval. Whoever approves it publishes it."))
    gaps = gaps_in(work.translation)
    if gaps:  # also where the gate only warns
        raise ValidationError(describe(gaps))
    check_publishable(work.translation)
    make_draft(work.translation, work.user).publish(user=work.user)


def refuse_settled(work: Work) -> None:
    if work.state == TranslationState.NOT_NEEDED:
        raise Refused(_("Somebody has decided that this is not translated."))
    if work.state == TranslationState.CURRENT:
        raise Refused(_("The translation is up to date."))


def refuse_others(work: Work) -> None:
    """Refuse what the account has no right to ask for."""
    if not may_change(work.user, work.source):
        raise Refused(_("You may not edit the page or snippet that is to be translated."))


def check_assignee(work: Work, wishes: dict[str, Any]) -> None:
    assignee = get_user_model().objects.filter(pk=wishes.get("assignee_id") or 0).first()
    if assignee and not may_translate(assignee, work.source, work.locale):
        text = _("%(name)s may not translate this into %(language)s.")
        values = {"name": name_of(assignee), "language": work.locale.get_display_name()}
        raise Refused(text % values)


ACTIONS = [
    Action(
        "request",
        gettext_lazy("Request translation"),
        gettext_lazy(
            "What has no translation yet gets one, as a draft. Translators find the work in their "
            "list."
        ),
        REQUEST,
        RequestForm,
        request,
    ),
    Action(
        "assign",
        gettext_lazy("Assign"),
        gettext_lazy("Say who translates it, until when, how urgently."),
        REQUEST,
        AssignForm,
        assign,
    ),
    Action(
        "pretranslate",
        gettext_lazy("Pre-translate"),
        gettext_lazy(
            "Open texts are filled from the translation memory and, where one is set up, by a "
            "translation service. All of it is to be reviewed."
        ),
        TRANSLATE,
        LanguagesForm,
        pretranslate,
    ),
    Action(
        "close",
        gettext_lazy("Close job"),
        gettext_lazy("Nobody has to do it any more. Translations stay as they are."),
        REQUEST,
        LanguagesForm,
        close,
    ),
    Action(
        "publish",
        gettext_lazy("Publish what is finished"),
        gettext_lazy(
            "Published is what is completely translated and reviewed. Of all others you learn why "
            "not."
        ),
        REVIEW,
        LanguagesForm,
        publish,
    ),
]
BY_NAME = {action.name: action for action in ACTIONS}


def actions_of(user: Any) -> list[Action]:
    """Return the actions that an account is offered."""
    return [action for action in ACTIONS if user.has_perm(action.permission)]
