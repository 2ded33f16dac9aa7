"""Preview modes of the editor that show a configured frontend."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from univercity.previews.middleware import mark_as_preview
from univercity.previews.models import Frontend
from univercity.previews.opening import NowhereShown, issue

MODE_PREFIX = "frontend-"


def frontends_for(thing: Any) -> list[Frontend]:
    """Return the frontends of the site that ``thing`` belongs to; all where it belongs to none."""
    frontends = Frontend.objects.all()
    place = thing.get_url_parts() if isinstance(thing, Page) else None
    return list(frontends.filter(site_id=place[0]) if place else frontends)


class FrontendMode:
    """Shows a page or snippet in one frontend."""

    def __init__(self, frontend: Frontend):
        self.frontend = frontend
        self.name = f"{MODE_PREFIX}{frontend.pk}"
        self.label = _("In the frontend: %(name)s") % {"name": frontend.name}

    def serve(self, thing: Any, request: HttpRequest) -> HttpResponse:
        """Lead the preview panel, or a window of its own, to the frontend with a token."""
        if not request.user.is_authenticated:
            raise PermissionDenied
        follows_form = getattr(request, "is_editing", False)  # set by Wagtail's views of forms
        try:
            issued = issue(request.user, thing, self.frontend, follows_form=follows_form)
        except NowhereShown:
            return TemplateResponse(request, "previews/nowhere.html", {"thing": thing})
        return mark_as_preview(HttpResponseRedirect(issued.address))


def offer_frontends(thing: Any) -> list[FrontendMode]:
    """Return a preview mode for each frontend that may show ``thing``."""
    return [FrontendMode(frontend) for frontend in frontends_for(thing)]
