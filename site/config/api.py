"""The one list of API endpoints."""

from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.api.v3.urls import api as v3
from wagtail.locales.api.v3 import router as locales_router

from univercity.api.access import operations
from univercity.api.errors import register_errors
from univercity.api.parameters import checking_parameters
from univercity.api.v2 import (
    DocumentsAPIViewSet,
    ImagesAPIViewSet,
    PagesAPIViewSet,
    RedirectsAPIViewSet,
)

v2 = WagtailAPIRouter("wagtailapi")
v2.register_endpoint("pages", PagesAPIViewSet)
v2.register_endpoint("images", ImagesAPIViewSet)
v2.register_endpoint("documents", DocumentsAPIViewSet)
v2.register_endpoint("redirects", RedirectsAPIViewSet)

# wagtail_localize.locales stands in for wagtail.locales, which would register this router itself.
v3.add_router("/locales/", locales_router)


operations.connect()
register_errors(v3)
v3.add_decorator(operations.guarding, mode="view")
v3.add_decorator(checking_parameters, mode="view")

__all__ = ["v2", "v3"]
