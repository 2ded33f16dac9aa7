"""What the script of the editor asks for: saving one text, hints on it, help with it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.admin.utils import quote
from django.contrib.contenttypes.models import ContentType
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST
from wagtail.admin.models import EditingSession
from wagtail.admin.ui.editing_sessions import EditingSessionsModule
from wagtail.models import Page
from wagtail_localize.models import Translation

from univercity.translation_desk.editor import codes
from univercity.translation_desk.editor.desk import Desk, Row
from univercity.translation_desk.editor.review import rights_of, translation_for
from univercity.translation_desk.editor.saving import (
    Act,
    Outcome,
    Result,
    Typed,
    apply_texts,
    save_texts,
)
from univercity.translation_desk.exchange.inline import MalformedText
from univercity.translation_desk.guards.demands import Refused
from univercity.translation_desk.memory.matches import similar_matches

# Who else has a translation open, as Wagtail's own forms show it, and together with them.


class OpenTranslation(EditingSessionsModule):
    """Without Wagtail's dialog about newer versions: each text is compared when it is saved."""

    template_name = "translation_desk/editor/sessions.html"


def open_session(target: Any, user: Any) -> OpenTranslation:
    """Note that an account has a page or snippet open; return what shows who else has."""
    EditingSession.cleanup()
    model = Page if isinstance(target, Page) else type(target)
    session = EditingSession.objects.create(
        user=user,
        content_type=ContentType.objects.get_for_model(model),
        object_id=target.pk,
        last_seen_at=timezone.now(),
    )
    place = (model._meta.app_label, model._meta.model_name, quote(target.pk), session.pk)
    return OpenTranslation(
        session,
        reverse("wagtailadmin_editing_sessions:ping", args=place),
        reverse("wagtailadmin_editing_sessions:release", args=[session.pk]),
        other_sessions=[],
    )


STATUS = {Outcome.CONFLICT: 409, Outcome.GONE: 410, Outcome.REFUSED: 422}

View = Callable[..., HttpResponse]


def saying_why(view: View) -> View:
    """Answer a refusal as JSON, with its reason."""

    @wraps(view)
    def answer(request: HttpRequest, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, **kwargs)
        except Refused as refusal:
            return JsonResponse({"message": str(refusal)}, status=403)

    return answer


@require_POST
@saying_why
def save(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Store one text; ``act`` says what is done with it (:class:`Act`)."""
    translation, target = translation_for(request, translation_id, to_change=True)
    try:
        act = Act(request.POST.get("act", Act.SAVE.value))
    except ValueError as error:
        raise Http404 from error
    posted = request.POST
    typed = Typed(posted.get("key", ""), posted.get("text", ""), posted.get("shown", ""))
    [result] = save_texts(translation, [typed], request.user, act)
    if result.outcome is Outcome.SAVED:
        apply_texts(translation, target, request.user)
    return JsonResponse(
        answer_to(request, translation, target, result), status=STATUS.get(result.outcome, 200)
    )


def answer_to(
    request: HttpRequest, translation: Translation, target: Any, result: Result
) -> dict[str, Any]:
    answer: dict[str, Any] = {"outcome": result.outcome.value, "message": result.message}
    if result.outcome is Outcome.GONE:
        return answer
    desk = Desk(translation)
    row = desk.rows[result.typed.key]
    note_result(row, result)
    return {
        **answer,
        "text": row.stored,
        "shown": row.revision,
        "shows": sorted(row.shows),
        "state": row.unit.state.value,
        "counts": desk.counts,
        "notes": render_notes(request, translation, target, row),
    }


def note_result(row: Row, result: Result) -> None:
    """Put what could not be stored, and why, on the desk."""
    if not result.is_stored:
        row.typed, row.problem = result.typed.text, result.message
    if result.outcome is Outcome.CONFLICT:
        row.theirs = row.stored


def render_notes(request: HttpRequest, translation: Translation, target: Any, row: Row) -> str:
    rights = rights_of(request.user, target)
    context = {"translation": translation, "row": row, "rights": rights}
    return render_to_string("translation_desk/editor/notes.html", context, request)


@require_POST
@saying_why
def hints(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Return the hints on a text as it is typed; nothing is stored."""
    translation, _target = translation_for(request, translation_id, to_change=False)
    desk = Desk(translation)
    unit = desk.units.get(request.POST.get("key", ""))
    if unit is None:
        raise Http404
    try:
        text = codes.from_screen(request.POST.get("text", ""), desk.places.at(unit.path).kind)
    except MalformedText as error:
        text = error.args[0]
    found = desk.hints(unit, text)
    template = "translation_desk/editor/hints.html"
    return HttpResponse(render_to_string(template, {"hints": found}, request))


@require_GET
@saying_why
def memory(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Show how texts like one of the page were translated before."""
    translation, _target = translation_for(request, translation_id, to_change=False)
    unit = Desk(translation).units.get(request.GET.get("key", ""))
    if unit is None:
        raise Http404
    found = similar_matches(unit.source, translation.source.locale_id, unit.target_locale_id)
    context = {
        "key": unit.key,
        "translation": translation,
        "matches": [
            {
                "source": codes.to_screen(match.source),
                "target": codes.to_screen(match.target),
                "percent": int(match.similarity * 100),
                "reviewed": match.reviewed,
            }
            for match in found
            if match.target != unit.target
        ],
    }
    return render(request, "translation_desk/editor/memory.html", context)
