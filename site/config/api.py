"""The one list of API endpoints."""

from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.api.v3.urls import api as v3
from wagtail.locales.api.v3 import router as locales_router

from calendar_pages.api import router as events_router
from network.api import router as partners_router
from univercity.api.access import operations
from univercity.api.endpoints.changes import router as changes_router
from univercity.api.endpoints.preview import router as preview_router
from univercity.api.endpoints.search import router as search_router
from univercity.api.endpoints.site import router as site_router
from univercity.api.endpoints.sitemap import router as sitemap_router
from univercity.api.errors import register_errors
from univercity.api.parameters import checking_parameters
from univercity.api.resolve.endpoint import router as resolve_router
from univercity.api.v2 import (
    DocumentsAPIViewSet,
    ImagesAPIViewSet,
    PagesAPIViewSet,
    RedirectsAPIViewSet,
)
from univercity.api.wagtail_patches import operations as wagtail_operations

v2 = WagtailAPIRouter("wagtailapi")
v2.register_endpoint("pages", PagesAPIViewSet)
v2.register_endpoint("images", ImagesAPIViewSet)
v2.register_endpoint("documents", DocumentsAPIViewSet)
v2.register_endpoint("redirects", RedirectsAPIViewSet)

v3.title = "UniverCity Bochum"
v3.description = "Pages, with every block typed. How to begin: docs/api.md."

v3.add_router("/resolve/", resolve_router)
# wagtail_localize.locales stands in for wagtail.locales, which would register this router itself.
v3.add_router("/locales/", locales_router)
v3.add_router("/preview/", preview_router)
v3.add_router("/site/", site_router)
v3.add_router("/partners/", partners_router)
v3.add_router("/events/", events_router)
v3.add_router("/search/", search_router)
v3.add_router("/sitemap/", sitemap_router)
v3.add_router("/changes/", changes_router)


wagtail_operations.connect()
register_errors(v3)
v3.add_decorator(checking_parameters, mode="view")
v3.add_decorator(operations.guarding, mode="view")

__all__ = ["v2", "v3"]
