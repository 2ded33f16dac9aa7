"""API v2: Wagtail's stable, read-only contract."""

from typing import Any

from django.utils import translation
from wagtail.api.v2.serializers import PageSerializer as WagtailPageSerializer
from wagtail.api.v2.views import PagesAPIViewSet as WagtailPagesAPIViewSet
from wagtail.models import Page

from univercity.answer_cache.dependencies import depends_on_page


class PageSerializer(WagtailPageSerializer):
    """Wagtail's serializer, whose links follow the page's language instead of the caller's."""

    def to_representation(self, instance: Page) -> Any:
        with translation.override(instance.locale.language_code):
            return super().to_representation(instance)


class PagesAPIViewSet(WagtailPagesAPIViewSet):
    base_serializer_class = PageSerializer

    def get_queryset(self) -> Any:
        return super().get_queryset().select_related("locale")

    def get_object(self) -> Any:
        page = super().get_object()
        depends_on_page(self.request, page)
        return page
