"""API values of this section."""

from wagtail.models import Page

from univercity.api.fields import PageField, in_page_language
from univercity.api.shapes import PageLinkShape, page_link_shape


class SignatoriesField(PageField):
    """The partners that signed a Leitbild, in the language of the page."""

    @in_page_language
    def to_representation(self, page: Page) -> list[PageLinkShape]:
        return [page_link_shape(partner) for partner in page.signatory_pages]
