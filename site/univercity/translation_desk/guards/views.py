"""The views of wagtail-localize, and its editor, with the guards before them."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import include, path
from wagtail.models import Page
from wagtail_localize.models import Translation
from wagtail_localize.wagtail_hooks import register_admin_urls as localize_urls

from univercity.translation.permissions import STOP
from univercity.translation.source_language import NotInSourceLanguage, check_language
from univercity.translation_desk.exchange.views import TranslationFilesView
from univercity.translation_desk.guards.subjects import subject_of
from univercity.translation_desk.guards.table import CLOSED, GUARDS, PUBLISHING, STOPPING, Guard
from univercity.translation_desk.machine.views import pretranslate_view

View = Callable[..., HttpResponse]
#: What answers at the address of a view of wagtail-localize instead of it.
REPLACED: dict[str, View] = {
    "machine_translate": pretranslate_view,
    "upload_pofile": TranslationFilesView.as_view(),
}


def register_guarded_views() -> list[Any]:
    """Shadow each view; one that the table does not know is closed.

    The namespace of the application is that of wagtail-localize, so that its names lead here.
    """
    [localize] = localize_urls()
    patterns = [
        path(
            pattern.pattern._route,
            guarded(GUARDS.get(pattern.name, CLOSED), REPLACED.get(pattern.name, pattern.callback)),
            name=pattern.name,
        )
        for pattern in localize.url_patterns
    ]
    prefix = localize.pattern._route
    return [path(prefix, include((patterns, "wagtail_localize"), namespace="guarded_localize"))]


def guarded(guard: Guard, view: View) -> View:
    """Return ``view`` with what is asked for before it runs."""

    @wraps(view)
    def check_first(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            guard.check(request, kwargs)
        except PermissionDenied as refusal:
            return refuse(request, refusal)
        return view(request, *args, **kwargs)

    return check_first


def refuse(request: HttpRequest, refusal: PermissionDenied) -> HttpResponse:
    """Say why, to scripts as JSON and to people as a message on the start page of the admin."""
    if request.method in ("PUT", "DELETE"):  # sent by the script of the editor
        return JsonResponse({"detail": str(refusal)}, status=403)
    messages.error(request, str(refusal))
    return redirect("wagtailadmin_home")


def guard_the_language(request: HttpRequest, parent: Page, page_class: Any) -> HttpResponse | None:
    """Lead back from the form for a new page that could not be stored in its language."""
    code = request.GET.get("locale") or request.POST.get("locale") or settings.LANGUAGE_CODE
    language = code if parent.is_root() else parent.locale.language_code
    try:
        check_language(parent, language)
    except NotInSourceLanguage as refusal:
        messages.error(request, " ".join(refusal.messages))
        return redirect("wagtailadmin_explore", parent.pk)
    return None


def guard_the_editor(request: HttpRequest, instance: Any) -> HttpResponse | None:
    """Check what wagtail-localize does in answer to the form of the editor."""
    restarts = "localize-restart-translation" in request.POST
    publishes = request.POST.get("action") == "publish"
    if not (restarts or publishes) or not hasattr(instance, "translation_key"):
        return None
    translation = Translation.objects.filter(
        source__object_id=instance.translation_key,
        target_locale=instance.locale_id,
        enabled=not restarts,
    ).first()
    if translation is None:
        return None
    guard = Guard(lambda request: subject_of(translation), STOPPING if restarts else PUBLISHING)
    try:
        guard.check(request, {})
    except PermissionDenied as refusal:
        messages.error(request, str(refusal))
        return redirect(request.path)
    return None


def offer_what_is_allowed(menu_items: list[Any], request: HttpRequest, context: Any) -> None:
    """Offer to start and to end translations only to whom it is allowed."""
    if not request.user.has_perm(STOP):
        menu_items[:] = [item for item in menu_items if not str(item.name).startswith("localize-")]


def leave_out_the_closed_report(request: HttpRequest, menu_items: list[Any]) -> None:
    menu_items[:] = [item for item in menu_items if "/localize/reports/" not in item.url]
