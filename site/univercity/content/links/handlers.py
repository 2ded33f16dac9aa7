"""Links to pages inside rich text."""

from typing import Any

from django.utils import translation
from django.utils.html import format_html
from wagtail.admin.rich_text.converters.html_to_contentstate import (
    PageLinkElementHandler as WagtailPageLinkElementHandler,
)
from wagtail.documents.rich_text.contentstate import (
    DocumentLinkElementHandler as WagtailDocumentLinkElementHandler,
)
from wagtail.rich_text.pages import PageLinkHandler as WagtailPageLinkHandler

from univercity.content.links.editor_links import shared_targets
from univercity.content.links.localized import LocalizedPages


class PageLinkHandler(WagtailPageLinkHandler):
    """Links to pages in the active language, which say so where they lead to another one."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict[str, Any]]) -> list[str]:
        pages = LocalizedPages(attrs["id"] for attrs in attrs_list)
        return [cls.opening_tag(pages.get(attrs["id"])) for attrs in attrs_list]

    @staticmethod
    def opening_tag(page: Any) -> str:
        if page is None:
            return "<a>"
        language = page.locale.language_code
        if language == translation.get_language():
            return format_html('<a href="{}">', page.url)
        return format_html('<a href="{}" hreflang="{}">', page.url, language)


# How links of rich text come into the editor; imported by hooks, when all models are loaded.


class PageLinkElementHandler(WagtailPageLinkElementHandler):
    """What Draftail needs to know of a link to a page, without a query of its own."""

    def get_attribute_data(self, attrs: dict[str, Any]) -> dict[str, Any]:
        targets = shared_targets.get()
        page = targets and targets.pages.get(attrs["id"])
        if not page:
            return super().get_attribute_data(attrs)
        parent = page.get_parent()
        return {"id": page.pk, "url": page.url, "parentId": parent and parent.pk}


class DocumentLinkElementHandler(WagtailDocumentLinkElementHandler):
    """What Draftail needs to know of a link to a document, without a query of its own."""

    def get_attribute_data(self, attrs: dict[str, Any]) -> dict[str, Any]:
        targets = shared_targets.get()
        document = targets and targets.documents.get(int(attrs.get("id") or 0))
        if not document:
            return super().get_attribute_data(attrs)
        return {"id": document.pk, "url": document.url, "filename": document.filename}
