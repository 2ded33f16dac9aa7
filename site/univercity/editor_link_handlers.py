"""How links of rich text come into the editor; imported by hooks, when all models are loaded."""

from typing import Any

from wagtail.admin.rich_text.converters.html_to_contentstate import (
    PageLinkElementHandler as WagtailPageLinkElementHandler,
)
from wagtail.documents.rich_text.contentstate import (
    DocumentLinkElementHandler as WagtailDocumentLinkElementHandler,
)

from univercity.editor_links import shared_targets


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
