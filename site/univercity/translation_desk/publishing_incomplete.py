"""Publishing a translation that is incomplete: with a right, a reason, and an entry in the log."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.log_actions import LogFormatter, log
from wagtail.models import DraftStateMixin, Page
from wagtail.permissions import policy_registry
from wagtail_localize.models import Translation

from univercity.content.refusals import Refused
from univercity.translation.drafts import make_draft
from univercity.translation.former_texts import former_texts
from univercity.translation.gate import NotPublishable, gaps_in, letting_through
from univercity.translation.permissions import PUBLISH_INCOMPLETE
from univercity.translation.units import units_of
from univercity.translation_desk.places import places_of

#: Action in the history of a translation; its data hold the reason and the number of gaps.
PUBLISHED_INCOMPLETE = "univercity.publish_incomplete_translation"


def may_publish_incomplete(user: Any, target: Any) -> bool:
    """Return whether ``user`` may publish a translation that has gaps."""
    if not user.has_perm(PUBLISH_INCOMPLETE) or not isinstance(target, DraftStateMixin):
        return False
    if isinstance(target, Page):
        rights = target.permissions_for_user(user)
        return bool(rights.can_publish() and not rights.page_locked())
    return bool(policy_registry.get(target).user_has_permission(user, "publish"))


def address_of(translation: Translation) -> str:
    """Return where an incomplete translation is published."""
    return reverse("univercity_publish_incomplete", args=[translation.pk])


def offer_publishing_incomplete(user: Any, refusal: Refused) -> list[Any]:
    """Return the button for who may publish an incomplete translation all the same."""
    if not isinstance(refusal, NotPublishable) or not refusal.translation:
        return []
    if not may_publish_incomplete(user, refusal.page):
        return []
    return [messages.button(address_of(refusal.translation), _("Publish all the same"))]


def publish_incomplete(translation: Translation, user: Any, reason: str) -> None:
    """Publish a translation with its gaps, and say so in its history.

    In a gap readers meet the former translation, or the source text where there is none. Raises
    :class:`django.core.exceptions.ValidationError` for what no right lets through.
    """
    with transaction.atomic(), letting_through(translation):
        gaps = len(gaps_in(translation))
        revision = make_draft(translation, user)
        revision.publish(user=user)
        target = revision.content_object
        data = {"reason": reason, "gaps": gaps}
        log(instance=target, action=PUBLISHED_INCOMPLETE, user=user, revision=revision, data=data)


class ReasonForm(forms.Form):
    """Asks why a translation is to be public before it is finished."""

    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=250,
        help_text=gettext_lazy(
            "It is kept in the history of the page, for example: Registration ends tomorrow"
        ),
    )


class PublishIncompleteView(WagtailAdminTemplateMixin, FormView):
    """Lists what is not finished, asks for a reason, and publishes."""

    form_class = ReasonForm
    template_name = "translation_desk/publish_incomplete.html"
    page_title = gettext_lazy("Publish incomplete translation")
    header_icon = "warning"

    def dispatch(
        self, request: HttpRequest, *args: Any, translation_id: int, **kwargs: Any
    ) -> HttpResponseBase:
        self.translation = get_object_or_404(Translation, pk=translation_id, enabled=True)
        self.target = self.translation.get_target_instance()
        if not may_publish_incomplete(request.user, self.target):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self) -> str:
        return str(self.target)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        editor = {"url": self.translation.get_target_instance_edit_url(), "label": str(self.target)}
        return [*self.breadcrumbs_items, editor, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(
            gaps=self.describe_gaps(),
            action_url=self.request.path,
            cancel_url=self.translation.get_target_instance_edit_url(),
            submit_button_label=_("Publish all the same"),
            **kwargs,
        )
        return context

    def describe_gaps(self) -> list[dict[str, Any]]:
        places = places_of(self.translation.source.as_instance())
        former = former_texts(units_of([self.translation]))
        return [
            {
                "place": places.at(unit.path),
                "state": unit.state.label,
                "source": unit.source,
                "shown": former.get((unit.path, unit.order)) or unit.target * (not unit.error),
            }
            for unit in gaps_in(self.translation)
        ]

    def form_valid(self, form: ReasonForm) -> HttpResponse:
        try:
            publish_incomplete(self.translation, self.request.user, form.cleaned_data["reason"])
        except ValidationError as error:
            messages.error(self.request, " ".join(error.messages))
        else:
            messages.success(self.request, _("The translation is public, with its gaps."))
        return redirect(self.translation.get_target_instance_edit_url())


# In the admin.


def register_publishing_incomplete() -> list[URLPattern]:
    view = PublishIncompleteView.as_view()
    address = "translation/<int:translation_id>/publish-incomplete/"
    return [path(address, view, name="univercity_publish_incomplete")]


def register_publishing_action(actions: Any) -> None:
    @actions.register_action(PUBLISHED_INCOMPLETE)
    class PublishedIncompleteFormatter(LogFormatter):
        label = gettext_lazy("Publish incomplete translation")
        message = gettext_lazy("Incomplete translation published")

        def format_comment(self, log_entry: Any) -> str:
            return str(log_entry.data["reason"])
