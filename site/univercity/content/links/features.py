"""What rich text can hold beyond Wagtail's own features, on pages and in the editor.

Links lead to pages in the reader's language and are read together for the editor. Passages in
another language of the site are marked, so that screen readers pronounce them well: they are stored
and shown as ``<span lang="en">`` (WCAG 2.2, success criterion 3.1.2, Language of Parts).
"""

from typing import Any

from django.conf import settings
from django.utils import translation
from django.utils.html import format_html
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.rich_text.converters.html_to_contentstate import InlineStyleElementHandler
from wagtail.admin.rich_text.converters.html_to_contentstate import (
    PageLinkElementHandler as WagtailPageLinkElementHandler,
)
from wagtail.admin.rich_text.editors.draftail.features import InlineStyleFeature
from wagtail.documents.rich_text.contentstate import (
    DocumentLinkElementHandler as WagtailDocumentLinkElementHandler,
)
from wagtail.rich_text.pages import PageLinkHandler as WagtailPageLinkHandler

from univercity.content.links.editor_links import shared_targets
from univercity.content.links.localized import LocalizedPages
from univercity.content.links.rich_text import PASSAGES


def register_page_links(features: Any) -> None:
    features.register_link_type(PageLinkHandler)


def read_links_of_the_editor_together(features: Any) -> None:
    rules = features.converter_rules_by_converter["contentstate"]
    for feature, selector, handler in (
        ("link", 'a[linktype="page"]', PageLinkElementHandler("LINK")),
        ("document-link", 'a[linktype="document"]', DocumentLinkElementHandler("DOCUMENT")),
    ):
        rules[feature]["from_database_format"][selector] = handler


def register_passages(features: Any) -> None:
    names = dict(settings.LANGUAGES)
    for code, feature in PASSAGES.items():
        style = feature.upper()
        button = {
            "type": style,
            "label": code.upper(),
            "description": format_lazy(_("Passage in {language}"), language=names[code]),
            "style": {"borderBottom": "2px dotted"},
        }
        features.register_editor_plugin("draftail", feature, InlineStyleFeature(button))
        rule = {
            "from_database_format": {f'span[lang="{code}"]': InlineStyleElementHandler(style)},
            "to_database_format": {
                "style_map": {style: {"element": "span", "props": {"lang": code}}}
            },
        }
        features.register_converter_rule("contentstate", feature, rule)


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
