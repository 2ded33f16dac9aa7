"""URLs: admin, files and API without a language; everything else below /de/ and /en/."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.conf.urls.static import static
from django.urls import include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.contrib.sitemaps.views import sitemap
from wagtail.documents import urls as wagtaildocs_urls

from config.api import v2, v3
from univercity.api.openapi.document import openapi_json
from univercity.content.media.serving import serve_document
from univercity.content.representations.problems import api_not_found, describe_problem
from univercity.http_cache.views import PageSitemap, robots
from univercity.previews.views import show_preview

handler500 = "univercity.http_cache.views.server_error"

urlpatterns = [
    path("admin/", include(wagtailadmin_urls)),
    re_path(r"^documents/(\d+)/(.*)$", serve_document, name="wagtaildocs_serve"),
    path("documents/", include(wagtaildocs_urls)),
    path("preview/", show_preview, name="univercity_preview"),
    path("api/v2/", v2.urls),
    path("api/v3/openapi.json", openapi_json),  # in English, before the one of django-ninja
    path("api/v3/", v3.urls),
    path("api/problems/<slug:name>/", describe_problem),
    re_path(r"^api/", api_not_found),
    path("sitemap.xml", sitemap, {"sitemaps": {"pages": PageSitemap}}, name="sitemap"),
    path("robots.txt", robots),
    *static(settings.MEDIA_URL, document_root=settings.MEDIA_ROOT),  # nothing unless DEBUG
    *i18n_patterns(path("", include(wagtail_urls))),
]
