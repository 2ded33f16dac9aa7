"""Language of a request, and the answer to what the rules of translation refuse."""

from django.conf import settings
from django.http import JsonResponse
from django.middleware.locale import LocaleMiddleware as DjangoLocaleMiddleware
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from wagtail.admin import messages

from univercity.translation.publication import NotPublishable
from univercity.translation.publishing_incomplete import address_of, may_publish_incomplete
from univercity.translation.source_language import NotInSourceLanguage

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


class RefusalMiddleware:
    """Lead back to the admin, and say there why a page is not published or made.

    Wagtail's views for editing, copying, workflow and bulk actions expect no refusal and would
    answer 500.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        if isinstance(exception, NotInSourceLanguage):
            messages.error(request, " ".join(exception.messages))
            return redirect("wagtailadmin_explore", exception.place.pk)
        if not isinstance(exception, NotPublishable):
            return None
        messages.error(
            request, " ".join(exception.messages), buttons=ways_on(request.user, exception)
        )
        editor = reverse("wagtailadmin_pages:edit", args=[exception.page.pk])
        if request.headers.get("x-requested-with") == "XMLHttpRequest":  # the workflow's dialog
            return JsonResponse({"step": "success", "redirect": editor})
        return redirect(editor)


def ways_on(user, exception):
    """Return the button for who may publish an incomplete translation all the same."""
    if exception.translation and may_publish_incomplete(user, exception.page):
        return [messages.button(address_of(exception.translation), _("Publish all the same"))]
    return []
