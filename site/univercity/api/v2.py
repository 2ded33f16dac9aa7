"""API v2: Wagtail's stable, read-only contract."""

from typing import Any

from django.utils import translation
from wagtail.api.v2.serializers import PageSerializer as WagtailPageSerializer
from wagtail.api.v2.views import PagesAPIViewSet as WagtailPagesAPIViewSet
from wagtail.models import Page, Site

from univercity.api.resolve.lookup import find_page


class PageSerializer(WagtailPageSerializer):
    """Wagtail's serializer, whose links follow the page's language instead of the caller's."""

    def to_representation(self, instance: Page) -> Any:
        with translation.override(instance.locale.language_code):
            return super().to_representation(instance)


class PagesAPIViewSet(WagtailPagesAPIViewSet):
    base_serializer_class = PageSerializer

    def get_queryset(self) -> Any:
        return super().get_queryset().select_related("locale")

    def find_object(self, queryset: Any, request: Any) -> Any:
        """Return the page at the public path ``html_path`` of any language, or by its id."""
        if "html_path" not in request.GET:
            return super().find_object(queryset, request)
        page = find_page(Site.find_for_request(request), request.GET["html_path"])
        return page and queryset.filter(pk=page.pk).first()
