"""API v2: Wagtail's stable, read-only contract."""

from functools import cached_property
from typing import Any

from django.http import HttpResponse
from django.utils import translation
from wagtail.api.v2.serializers import PageSerializer as WagtailPageSerializer
from wagtail.api.v2.views import PagesAPIViewSet as WagtailPagesAPIViewSet
from wagtail.models import Page, Site

from univercity.api.problems import Problem
from univercity.api.resolve.lookup import find_page
from univercity.frontend_preview.reading import Preview, preview_of


class PageSerializer(WagtailPageSerializer):
    """Wagtail's serializer, whose links follow the page's language instead of the caller's."""

    def to_representation(self, instance: Page) -> Any:
        with translation.override(instance.locale.language_code):
            return super().to_representation(instance)


class PagesAPIViewSet(WagtailPagesAPIViewSet):
    base_serializer_class = PageSerializer

    def get_queryset(self) -> Any:
        return super().get_queryset().select_related("locale")

    @cached_property
    def preview(self) -> Preview | None:
        return preview_of(self.request, int(self.kwargs["pk"]))

    def get_object(self) -> Any:
        """Return the page of the address, in the state that a preview token opens."""
        return self.preview.page if self.preview else super().get_object()

    def handle_exception(self, exc: Exception) -> HttpResponse:
        return exc.response() if isinstance(exc, Problem) else super().handle_exception(exc)

    def find_object(self, queryset: Any, request: Any) -> Any:
        """Return the page at the public path ``html_path`` of any language, or by its id."""
        if "html_path" not in request.GET:
            return super().find_object(queryset, request)
        page = find_page(Site.find_for_request(request), request.GET["html_path"])
        return page and queryset.filter(pk=page.pk).first()
