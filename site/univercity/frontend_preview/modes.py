"""Preview modes of the editor that show a configured frontend."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from univercity.frontend_preview.issuing import NowhereShown, issue
from univercity.frontend_preview.middleware import mark_as_preview
from univercity.frontend_preview.models import Frontend

MODE_PREFIX = "frontend-"


def frontends_for(thing: Any) -> list[Frontend]:
    """Return the frontends of the site that ``thing`` belongs to; all where it belongs to none."""
    frontends = Frontend.objects.all()
    place = thing.get_url_parts() if isinstance(thing, Page) else None
    return list(frontends.filter(site_id=place[0]) if place else frontends)


def frontend_modes(thing: Any) -> list[tuple[str, Any]]:
    """Return a preview mode for each frontend, as Wagtail wants them: name and label."""
    return [
        (f"{MODE_PREFIX}{frontend.pk}", _("In the frontend: %(name)s") % {"name": frontend.name})
        for frontend in frontends_for(thing)
    ]


def is_frontend_mode(mode: str | None) -> bool:
    return bool(mode and mode.startswith(MODE_PREFIX))


def serve_in_frontend(thing: Any, request: HttpRequest, mode: str) -> HttpResponse:
    """Lead the preview panel, or a window of its own, to the frontend with a token for ``thing``.

    Raises ``Http404`` for a frontend that is not, or not any more, one of this site.
    """
    name = mode.removeprefix(MODE_PREFIX)
    frontend = next((one for one in frontends_for(thing) if str(one.pk) == name), None)
    if frontend is None:
        raise Http404
    if not request.user.is_authenticated:
        raise PermissionDenied
    follows_form = getattr(request, "is_editing", False)  # set by Wagtail's views of forms
    try:
        issued = issue(request.user, thing, frontend, follows_form=follows_form)
    except NowhereShown:
        return TemplateResponse(request, "previews/nowhere.html", {"thing": thing})
    return mark_as_preview(HttpResponseRedirect(issued.address))
