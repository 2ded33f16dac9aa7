"""The editor itself: one form with all texts, and what is done with the whole translation."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.ui.components import MediaContainer
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import DraftStateMixin, Page, PreviewableMixin
from wagtail_localize.models import Translation

from univercity.content.snippets.public_at_once import PublicAtOnce
from univercity.translation.gate import NotPublishable, check_publishable, describe, gaps_in
from univercity.translation.permissions import STOP
from univercity.translation_desk.editor import endpoints, review
from univercity.translation_desk.editor.endpoints import note_result
from univercity.translation_desk.editor.layout import (
    header_buttons,
    open_session,
    side_panels,
    trail,
)
from univercity.translation_desk.editor.overrides import OverrideView, ValuesView, count_values
from univercity.translation_desk.editor.previews import preview_source, preview_target
from univercity.translation_desk.editor.review import (
    LONGEST_COMMENT,
    Standing,
    read_reviews,
)
from univercity.translation_desk.editor.rights import rights_of, translation_of
from univercity.translation_desk.editor.saving import (
    Act,
    Outcome,
    Result,
    Typed,
    apply_texts,
    approve_all,
    save_texts,
)
from univercity.translation_desk.editor.texts import Desk, Show
from univercity.translation_desk.machine.views import pretranslate_and_tell, pretranslation_label
from univercity.translation_desk.publishing_incomplete import address_of


class CommentForm(forms.Form):
    """What is said along with a step of the review."""

    comment = forms.CharField(
        label=gettext_lazy("Comment"),
        required=False,
        max_length=LONGEST_COMMENT,
        widget=forms.Textarea({"rows": 2}),
        help_text=gettext_lazy("For example: Is “city lab” the right name?"),
    )


class EditorView(WagtailAdminTemplateMixin, TemplateView):
    """Shows a translation and takes the form; ``act_<action>`` are what its buttons do."""

    template_name = "translation_desk/editor/editor.html"
    header_icon = "wagtail-localize-language"

    def dispatch(
        self, request: HttpRequest, *args: Any, translation: Translation, target: Any, **kwargs: Any
    ) -> Any:
        self.translation, self.target = translation, target
        target.locale = translation.target_locale
        if request.method != "POST":
            read_reviews(target)
        self.rights = rights_of(request.user, target)
        self.results: list[Result] = []
        return super().dispatch(request, *args, **kwargs)

    # What is shown

    def get_page_title(self) -> str:
        return _("Translation into %(language)s") % {
            "language": self.translation.target_locale.get_display_name()
        }

    def get_page_subtitle(self) -> str:
        return self.title

    @cached_property
    def title(self) -> str:
        if isinstance(self.target, Page):
            return str(self.target.get_admin_display_title())
        return str(self.target)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, *trail(self.target, self.request.user, self.title)]

    def get_header_buttons(self) -> Any:
        return header_buttons(self.target, self.request.user, self.request.path)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        desk = Desk(self.translation)
        for result in self.results:
            if result.outcome is not Outcome.GONE:
                note_result(desk.rows[result.typed.key], result)
        panels = side_panels(self.target, self.request, self.translation)
        show = self.request.GET.get("show", Show.ALL)
        desk.show(show := show if show in Show.values else Show.ALL)
        return super().get_context_data(
            translation=self.translation,
            target=self.target,
            desk=desk,
            show=show,
            nothing_shown=not any(row.is_shown for row in desk.rows.values()),
            direction="rtl" if self.is_written_leftwards() else "ltr",
            choices=[(choice, desk.counts[choice]) for choice in Show],
            rights=self.rights,
            standing=self.standing,
            offers=self.offers(),
            pretranslation_label=pretranslation_label(),
            comment_form=CommentForm(self.request.POST or None),
            values=count_values(self.translation),
            has_preview=isinstance(self.target, PreviewableMixin),
            lost=[result for result in self.results if result.outcome is Outcome.GONE],
            may_stop=self.request.user.has_perm(STOP) and self.rights.translate,
            files_url=self.files_url(),
            side_panels=panels,
            editing_sessions=open_session(self.target, self.request.user),
            media=MediaContainer(panels).media,
            **kwargs,
        )

    @cached_property
    def standing(self) -> Standing:
        return Standing(self.target, self.request.user)

    def offers(self) -> set[str]:
        """Return what the buttons at the foot do; each is a method ``act_…``."""
        offered = set()
        standing, rights = self.standing, self.rights
        if rights.translate:
            offered |= {"save", "pretranslate"}
            if standing.workflow and not standing.is_waiting:
                offered.add("hand_in")
            if rights.review:
                offered.add("approve_texts")
        if standing.may_decide and not rights.is_locked:
            offered |= {"return", "approve"}
        elif (
            rights.publish and not standing.is_waiting and isinstance(self.target, DraftStateMixin)
        ):
            offered.add("publish")
        if standing.may_withdraw and not standing.may_decide:
            offered.add("withdraw")
        return offered

    def is_written_leftwards(self) -> bool:
        code: str = self.translation.target_locale.language_code
        return code.split("-")[0] in settings.LANGUAGES_BIDI

    def files_url(self) -> str:
        if not isinstance(self.target, Page):
            return ""
        return f"{reverse('univercity_translation_files')}?page={self.target.pk}"

    # What the form does

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        action = request.POST.get("action", "save").replace("-", "_")
        if not self.rights.translate and self.refuse_all():
            return self.get(request, *args, **kwargs)
        if action not in self.offers():
            self.tell(self.rights.refusal or _("This is not possible here any more."))
            return self.again()
        if self.rights.translate and not self.save_all():
            return self.get(request, *args, **kwargs)
        act = getattr(self, f"act_{action}")
        try:
            return act() or self.again()
        except NotPublishable as error:
            self.tell_of_gaps(error)
        except (PermissionDenied, ValidationError) as error:
            lines = getattr(error, "messages", None) or [str(error) or _("This is not allowed.")]
            self.tell(" ".join(lines))
        return self.again()

    def save_all(self) -> bool:
        """Store all texts of the form; return whether nothing is left of it."""
        typed, user = self.typed(), self.request.user
        name, _colon, single = self.request.POST.get("single", "").partition(":")
        acts = {each.value: each for each in Act}
        others = [each for each in typed if each.key != single]
        self.results = save_texts(self.translation, others, user)
        chosen = [each for each in typed if each.key == single]
        self.results += save_texts(self.translation, chosen, user, acts.get(name, Act.SAVE))
        stored = sum(result.outcome is Outcome.SAVED for result in self.results)
        if stored:
            text = ngettext("%(number)d text saved.", "%(number)d texts saved.", stored)
            messages.success(self.request, text % {"number": stored})
        left = [result for result in self.results if not result.is_stored]
        if left:
            text = ngettext(
                "%(number)d text is not saved: see below why.",
                "%(number)d texts are not saved: see below why.",
                len(left),
            )
            self.tell(text % {"number": len(left)})
        return not left

    def typed(self) -> list[Typed]:
        posted = self.request.POST
        keys = [name.removeprefix("text-") for name in posted if name.startswith("text-")]
        return [Typed(key, posted[f"text-{key}"], posted.get(f"shown-{key}", "")) for key in keys]

    def refuse_all(self) -> bool:
        """Keep what was typed on the screen for somebody who may not store it any more."""
        rows = Desk(self.translation).rows
        self.results = [
            Result(typed, Outcome.REFUSED, str(self.rights.refusal))
            for typed in self.typed()
            if typed.key in rows and typed.text.strip() != rows[typed.key].stored
        ]
        return bool(self.results)

    def act_save(self) -> None:
        if apply_texts(self.translation, self.target, self.request.user) and not isinstance(
            self.target, DraftStateMixin
        ):
            messages.success(self.request, _("All texts are done: the translation is public."))

    def act_pretranslate(self) -> None:
        pretranslate_and_tell(self.request, self.translation)

    def act_hand_in(self) -> None:
        review.hand_in(self.translation, self.target, self.request.user, self.comment())
        messages.success(self.request, _("Handed in for review."))

    def act_withdraw(self) -> None:
        review.withdraw(self.target, self.request.user)
        messages.success(self.request, _("Taken back from review."))

    def act_return(self) -> HttpResponse | None:
        if not self.comment():
            self.tell(_("Say what has to change."))
            return self.get(self.request)
        review.send_back(self.target, self.request.user, self.comment())
        messages.success(self.request, _("Returned with your comment."))
        return None

    def act_approve(self) -> None:
        review.approve_page(self.translation, self.target, self.request.user, self.comment())
        messages.success(self.request, _("Approved."))

    def act_approve_texts(self) -> None:
        number = approve_all(self.translation, self.request.user)
        apply_texts(self.translation, self.target, self.request.user)
        text = ngettext("%(number)d text approved.", "%(number)d texts approved.", number)
        messages.success(self.request, text % {"number": number})

    def act_publish(self) -> HttpResponse | None:
        try:
            check_publishable(self.translation)
        except NotPublishable as error:
            if error.translation and self.rights.publish_incomplete:
                return redirect(address_of(self.translation))
            raise
        gaps = ValidationError(describe(gaps_in(self.translation)))
        review.publish(self.translation, self.request.user)
        if gaps.messages:  # where the gate only warns
            messages.warning(self.request, " ".join(gaps.messages))
        messages.success(self.request, _("“%(title)s” is public.") % {"title": self.title})
        return None

    def comment(self) -> str:
        return self.request.POST.get("comment", "").strip()[:LONGEST_COMMENT]

    def tell(self, text: Any) -> None:
        messages.error(self.request, text)

    def tell_of_gaps(self, error: NotPublishable) -> None:
        """Say what is missing, with a link to where it is."""
        gaps = gaps_in(self.translation) if error.translation else []
        text = " ".join(error.messages)
        if gaps:
            link = f"{self.request.path}?show=all#unit-{gaps[0].key}"
            text = format_html('{} <a href="{}">{}</a>', text, link, _("Go to the first one"))
        self.tell(text)

    def again(self) -> HttpResponse:
        return redirect(self.request.get_full_path())


# In the admin.


def edit_in_our_editor(request: HttpRequest, instance: Any) -> HttpResponse | None:
    """Answer for pages and snippets that are made from a translation.

    What wagtail-localize does with others stays: placeholders, and translations that are stopped.
    """
    if getattr(instance, "alias_of_id", None) or "localize-convert-to-alias" in request.POST:
        return None
    translation = translation_of(instance)
    if translation is None:
        return None
    response = EditorView.as_view()(request, translation=translation, target=instance)
    return response.render() if hasattr(response, "render") else response


def take_for_translated(request: HttpRequest, instance: Any) -> None:
    """Note that a version has texts of its own once somebody has edited it by hand."""
    if isinstance(instance, PublicAtOnce) and instance.in_source_language:
        instance.in_source_language = False
        instance.save()


def register_editor_urls() -> list[URLPattern]:
    at = "translation/<int:translation_id>/"
    name = "univercity_translation_"
    return [
        path(f"{at}text/", endpoints.save, name=f"{name}text"),
        path(f"{at}hints/", endpoints.hints, name=f"{name}hints"),
        path(f"{at}memory/", endpoints.memory, name=f"{name}similar"),
        path(f"{at}preview/source/", preview_source, name=f"{name}preview_source"),
        path(f"{at}preview/target/", preview_target, name=f"{name}preview_target"),
        path(f"{at}values/", ValuesView.as_view(), name=f"{name}values"),
        path(f"{at}override/<int:segment_id>/", OverrideView.as_view(), name=f"{name}override"),
    ]
