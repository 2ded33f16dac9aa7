"""The JSON of partners and their cards, as pages and blocks answer it."""

from typing import Any, Literal

from wagtail.models import Page

from univercity.content.representations.fields import PageField, in_page_language
from univercity.content.representations.shapes import (
    ImageShape,
    PageLinkShape,
    image_shape,
    page_link_shape,
)

Kind = Literal["university", "city", "business", "student-services", "research-museum", "culture"]
Status = Literal["active", "former", "merged"]


class PartnerCardShape(PageLinkShape):
    """A partner as lists show it."""

    short_name: str
    kind: Kind
    status: Status
    logo: ImageShape | None


def partner_card_shape(partner: Any) -> PartnerCardShape:
    return {
        **page_link_shape(partner),
        "short_name": partner.short_name,
        "kind": partner.kind,
        "status": partner.status,
        "logo": image_shape(partner.logo, partner.title, ["logo"]) if partner.logo else None,
    }


class PartnersField(PageField):
    """The partners in the page's property ``source``, in the language of the page."""

    def __init__(self, source: str):
        super().__init__(read_only=True)
        self.partners_source = source

    @in_page_language
    def to_representation(self, page: Page) -> list[PartnerCardShape]:
        return [partner_card_shape(partner) for partner in getattr(page, self.partners_source)]
