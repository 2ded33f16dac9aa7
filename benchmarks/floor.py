"""The least that a stack can answer."""

from django.http import HttpRequest, JsonResponse


def trivial(request: HttpRequest) -> JsonResponse:
    return JsonResponse({"status": "ok"})
