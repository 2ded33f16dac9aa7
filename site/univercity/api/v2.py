"""API v2: Wagtail's stable, read-only contract."""

from functools import cached_property
from typing import Any

from django.db.models import Model
from django.http import HttpResponse
from django.utils import translation
from rest_framework.negotiation import BaseContentNegotiation
from wagtail.api.v2.serializers import PageSerializer as WagtailPageSerializer
from wagtail.api.v2.utils import BadRequestError
from wagtail.api.v2.views import BaseAPIViewSet
from wagtail.api.v2.views import PagesAPIViewSet as WagtailPagesAPIViewSet
from wagtail.contrib.redirects.api.v2 import RedirectsAPIViewSet as WagtailRedirectsAPIViewSet
from wagtail.documents.api.v2.views import DocumentsAPIViewSet as WagtailDocumentsAPIViewSet
from wagtail.images.api.v2.views import ImagesAPIViewSet as WagtailImagesAPIViewSet
from wagtail.models import Page, Site

from univercity.api.access.authentication import TokenAuthentication
from univercity.api.access.readable import readable_pages
from univercity.api.errors import problem_of
from univercity.api.parameters import check_parameters
from univercity.api.resolve.lookup import find_page
from univercity.content.reading.page import read_together
from univercity.http_cache.dependencies import (
    ANY_CONTENT,
    depends_on,
    depends_on_lists,
    depends_on_page,
)
from univercity.previews.opening import PARAMETER, Preview, preview_of
from univercity.publishing.changes.keys import (
    ALL_PAGES,
    REDIRECTS,
    SEARCH_INDEX,
    SITE,
    TAGS,
    key_of,
    list_of,
)

# API v2 answers JSON whatever a caller accepts, so that an address has one answer.


class OneFormat(BaseContentNegotiation):
    """Chooses the only renderer."""

    def select_parser(self, request: Any, parsers: Any) -> Any:
        return parsers[0]

    def select_renderer(self, request: Any, renderers: Any, format_suffix: Any = None) -> Any:
        return renderers[0], renderers[0].media_type


#: What one object takes; "format" is of DRF's readable answers, "_" of jQuery.
DETAIL_PARAMETERS = {"fields", "rich_text_format", "format", "_"}


class StrictViewSet(BaseAPIViewSet):
    """Answers problems, and none but known parameters, for one object as for a list."""

    # Not for the whole of DRF, which the editor for translations uses, too.
    authentication_classes = [TokenAuthentication]
    content_negotiation_class = OneFormat
    detail_query_parameters = DETAIL_PARAMETERS

    @classmethod
    def get_available_fields(cls, model: type[Model], db_fields_only: bool = False) -> list[str]:
        """Leave lists, of dates for instance, out of what objects are filtered and ordered by."""
        fields: list[str] = super().get_available_fields(model, db_fields_only)
        if db_fields_only:
            return [name for name in fields if not model._meta.get_field(name).one_to_many]
        return fields

    def check_query_parameters(self, queryset: Any) -> None:
        columns = self.get_available_fields(queryset.model, db_fields_only=True)
        check_parameters(self.request.GET, self.known_query_parameters.union(columns))
        operator = self.request.GET.get("search_operator", "and")
        if operator not in ("and", "or"):
            raise BadRequestError("search_operator must be 'and' or 'or'")

    def listing_view(self, request: Any) -> Any:
        if "search" in request.GET:
            depends_on(request, SEARCH_INDEX)
        return super().listing_view(request)

    def detail_view(self, request: Any, pk: int) -> Any:
        check_parameters(request.GET, self.detail_query_parameters)
        return super().detail_view(request, pk)

    def find_view(self, request: Any) -> Any:
        known = self.detail_query_parameters.union(self.find_query_parameters)
        check_parameters(request.GET, known)
        return super().find_view(request)

    def handle_exception(self, exc: Exception) -> HttpResponse:
        problem = problem_of(exc, self.request._request)
        if problem is None:
            raise exc
        if problem.type.status == 405:
            problem.headers["Allow"] = ", ".join(self.allowed_methods)
        # Wagtail's contract of v2 knows no 422.
        return problem.response(400 if problem.type.status == 422 else None)


class FilesAPIViewSet(StrictViewSet):
    """Images or documents, each shown alike in lists and by itself."""

    def listing_view(self, request: Any) -> Any:
        depends_on_lists(request, list_of(self.model), TAGS)
        return super().listing_view(request)

    def detail_view(self, request: Any, pk: int) -> Any:
        depends_on(request, key_of(self.model, pk), TAGS, SITE)
        return super().detail_view(request, pk)


class PageSerializer(WagtailPageSerializer):
    """Wagtail's serializer, whose links follow the page's language instead of the caller's."""

    def to_representation(self, instance: Page) -> Any:
        with translation.override(instance.locale.language_code):
            return super().to_representation(instance)


class PagesAPIViewSet(StrictViewSet, WagtailPagesAPIViewSet):
    base_serializer_class = PageSerializer
    detail_query_parameters = DETAIL_PARAMETERS | {"site", PARAMETER}

    def get_base_queryset(self) -> Any:
        try:
            return readable_pages(self.request._request)
        except ValueError as error:  # ?site= fits several
            raise BadRequestError(str(error)) from error

    def get_queryset(self) -> Any:
        return super().get_queryset().select_related("locale")

    def listing_view(self, request: Any) -> Any:
        """List pages with titles and addresses; with ``fields`` whatever they show."""
        depends_on_lists(request, ANY_CONTENT if "fields" in request.GET else ALL_PAGES)
        return super().listing_view(request)

    def paginate_queryset(self, queryset: Any) -> Any:
        pages = super().paginate_queryset(queryset)
        read_together(pages)
        return pages

    @cached_property
    def preview(self) -> Preview | None:
        return preview_of(self.request, int(self.kwargs["pk"]))

    def get_object(self) -> Any:
        """Return the page of the address, in the state that a preview token opens."""
        if self.preview:
            return self.preview.page
        page = super().get_object()
        depends_on_page(self.request, page)
        return page

    def find_object(self, queryset: Any, request: Any) -> Any:
        """Return the page at the public path ``html_path`` of any language, or by its id."""
        if "html_path" not in request.GET:
            return super().find_object(queryset, request)
        page = find_page(Site.find_for_request(request), request.GET["html_path"])
        return page and queryset.filter(pk=page.pk).first()


class ImagesAPIViewSet(FilesAPIViewSet, WagtailImagesAPIViewSet):
    pass


class DocumentsAPIViewSet(FilesAPIViewSet, WagtailDocumentsAPIViewSet):
    pass


class RedirectsAPIViewSet(StrictViewSet, WagtailRedirectsAPIViewSet):
    # Wagtail looks for redirects by path without saying so.
    find_query_parameters = StrictViewSet.find_query_parameters.union(["html_path"])

    def get_queryset(self) -> Any:
        depends_on(self.request, REDIRECTS, SITE)
        return super().get_queryset()
