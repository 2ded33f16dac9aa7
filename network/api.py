"""``/api/v3/partners/``: the institutions of the network."""

from typing import Any

from django.db.models.functions import Lower
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from ninja import Field, Query, Router

from network.models import PartnerPage
from network.serializers import PartnerCardShape, partner_card_shape
from univercity.api.access.readable import published_pages
from univercity.api.lists.languages import LanguageParameters
from univercity.api.lists.paging import Listing, ListParameters
from univercity.api.lists.selection import Fields, list_answer, selection_from
from univercity.http_cache.dependencies import depends_on_lists


class PartnerEntryShape(PartnerCardShape):
    """A partner with what a list or a map of partners shows."""

    teaser: str
    website: str
    city: str
    latitude: float | None  #: degrees north (WGS 84)
    longitude: float | None  #: degrees east (WGS 84)
    member_from: str | None  #: ISO date
    member_until: str | None  #: ISO date, the last day of membership


class PartnerParameters(ListParameters, LanguageParameters):
    fields: Fields = selection_from(PartnerEntryShape)
    kind: list[PartnerPage.Kind] = Field(
        [], description="Kinds of institutions; may be repeated. All if left out."
    )
    status: list[PartnerPage.Status] = Field(
        [], description="States of membership; may be repeated. All if left out."
    )


PARTNERS = Listing("partners", PartnerEntryShape, order=("name", "pk"))
router = Router(tags=["partners"])


@router.get(
    "/",
    response=list_answer("PartnerList", PartnerEntryShape),
    operation_id="list_partners",
    summary="Partners by name, past ones included",
)
def list_partners(
    request: HttpRequest, response: HttpResponse, parameters: Query[PartnerParameters]
) -> Any:
    """List partners by name, upper and lower case alike. Past partners are in the list, too."""
    depends_on_lists(request, *PartnerPage.listed_in, language=parameters.locale)
    partners = parameters.choose(published_pages(request, PartnerPage))
    if parameters.kind:
        partners = partners.filter(kind__in=parameters.kind)
    if parameters.status:
        partners = partners.filter(status__in=parameters.status)
    rows = partners.select_related("locale", "logo").prefetch_related("logo__renditions")
    rows = rows.annotate(name=Lower("title")).defer_streamfields()
    with translation.override(parameters.locale):
        return PARTNERS.answer(request, response, parameters, rows, entry_shapes)


def entry_shapes(partners: list[PartnerPage]) -> list[PartnerEntryShape]:
    return [entry_shape(partner) for partner in partners]


def entry_shape(partner: PartnerPage) -> PartnerEntryShape:
    return {
        **partner_card_shape(partner),
        "teaser": partner.teaser,
        "website": partner.website,
        "city": partner.city,
        "latitude": None if partner.latitude is None else float(partner.latitude),
        "longitude": None if partner.longitude is None else float(partner.longitude),
        "member_from": partner.member_from.isoformat() if partner.member_from else None,
        "member_until": partner.member_until.isoformat() if partner.member_until else None,
    }
