"""Language of a request, and the answer to a publication that is refused."""

from django.conf import settings
from django.contrib import messages
from django.http import JsonResponse
from django.middleware.locale import LocaleMiddleware as DjangoLocaleMiddleware
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import translation

from univercity.translation.publication import NotPublishable

API_PREFIX = "/api/"
#: What answers the same whatever language the caller reads.
WITHOUT_LANGUAGE = (API_PREFIX, "/robots.txt", "/sitemap.xml")


class LocaleMiddleware(DjangoLocaleMiddleware):
    """Django's middleware, except for the API, whose language is that of the page it serves,
    and for the two files that crawlers ask for.

    Without the exception a missing API object answers with a redirect to a page below ``/de/``,
    and every API answer varies by ``Accept-Language``.
    """

    def process_request(self, request):
        if request.path_info.startswith(WITHOUT_LANGUAGE):
            translation.activate(settings.LANGUAGE_CODE)
            request.LANGUAGE_CODE = translation.get_language()
        else:
            super().process_request(request)

    def process_response(self, request, response):
        if request.path_info.startswith(WITHOUT_LANGUAGE):
            return response
        return super().process_response(request, response)


class RefusedPublicationMiddleware:
    """Lead back to the editor, and say there why the page is not published.

    Wagtail's views for editing, workflow and bulk actions expect no refusal and would answer 500.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        if not isinstance(exception, NotPublishable):
            return None
        messages.error(request, " ".join(exception.messages))
        editor = reverse("wagtailadmin_pages:edit", args=[exception.page.pk])
        if request.headers.get("x-requested-with") == "XMLHttpRequest":  # the workflow's dialog
            return JsonResponse({"step": "success", "redirect": editor})
        return redirect(editor)
