"""The addresses that the script of the editor asks: saving one text, hints on it, help with it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.views.decorators.http import require_GET, require_POST
from wagtail_localize.models import Translation

from univercity.translation_desk.editor import codes
from univercity.translation_desk.editor.rights import rights_of, translation_for
from univercity.translation_desk.editor.saving import (
    Act,
    Outcome,
    Result,
    Typed,
    apply_texts,
    save_texts,
)
from univercity.translation_desk.editor.texts import Desk, Row
from univercity.translation_desk.guards.demands import Refused
from univercity.translation_desk.inline_elements import MalformedText
from univercity.translation_desk.memory.matches import similar_matches

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
