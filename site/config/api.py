"""The one list of API endpoints."""

from django.http import HttpRequest, HttpResponse
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.api.v3.urls import api as v3
from wagtail.contrib.redirects.api.v2 import RedirectsAPIViewSet
from wagtail.documents.api.v2.views import DocumentsAPIViewSet
from wagtail.images.api.v2.views import ImagesAPIViewSet
from wagtail.locales.api.v3 import router as locales_router

from univercity.api.problems import Problem
from univercity.api.v2 import PagesAPIViewSet
from univercity.changes.endpoint import router as changes_router

v2 = WagtailAPIRouter("wagtailapi")
v2.register_endpoint("pages", PagesAPIViewSet)
v2.register_endpoint("images", ImagesAPIViewSet)
v2.register_endpoint("documents", DocumentsAPIViewSet)
v2.register_endpoint("redirects", RedirectsAPIViewSet)

# wagtail_localize.locales stands in for wagtail.locales, which would register this router itself.
v3.add_router("/locales/", locales_router)
v3.add_router("/changes/", changes_router)


@v3.exception_handler(Problem)
def answer_problem(request: HttpRequest, problem: Problem) -> HttpResponse:
    return problem.response()


__all__ = ["v2", "v3"]
