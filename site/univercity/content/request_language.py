"""Which language a request is answered in."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.middleware.locale import LocaleMiddleware as DjangoLocaleMiddleware
from django.shortcuts import redirect
from django.utils import translation
from wagtail.models import Page

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


def redirect_to_the_language_of_the_page(
    page: Page, request: HttpRequest, *serve_arguments: Any
) -> HttpResponse | None:
    """Keep German text from being served under /en/.

    As long as a site has no public home page in a language, Wagtail serves the one in the source
    language, with everything below it, under the address of that language.
    """
    if page.locale.language_code != translation.get_language():
        return redirect(page.get_url(request))
    return None
