"""Links to pages inside rich text."""

from typing import Any

from django.utils import translation
from django.utils.html import format_html
from wagtail.rich_text.pages import PageLinkHandler as WagtailPageLinkHandler

from univercity.links import LocalizedPages


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
