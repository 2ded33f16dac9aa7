"""Acts that a rule of the site refuses, and how the admin says so."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from wagtail import hooks
from wagtail.admin import messages


class Refused(ValidationError):
    """An act is refused; the message says why, and what to do."""

    def way_back(self) -> str:
        """Return the address in the admin at which the message is shown."""
        raise NotImplementedError


class RefusalMiddleware:
    """Lead back to the admin, and say there why something is not published or made.

    Wagtail's views for editing, copying, workflow and bulk actions expect no refusal and would
    answer 500. Functions of the hook ``register_ways_past_refusal`` get the account and the
    refusal, and return buttons for who may do it all the same.
    """

    def __init__(self, get_response: Any):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, Refused):
            return None
        buttons = [
            button
            for offer in hooks.get_hooks("register_ways_past_refusal")
            for button in offer(request.user, exception)
        ]
        messages.error(request, " ".join(exception.messages), buttons=buttons)
        if request.headers.get("x-requested-with") == "XMLHttpRequest":  # the workflow's dialog
            return JsonResponse({"step": "success", "redirect": exception.way_back()})
        return redirect(exception.way_back())
