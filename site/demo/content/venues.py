"""Places of the demo events; what is not known about access stays unknown."""

from decimal import Decimal
from typing import Any

from calendar_pages.models import Venue
from demo.texts import Entry, T


def venue(key: str, name: str, street: str, postcode: str, **fields: Any) -> Entry:
    return Entry(
        f"venue:{key}",
        Venue,
        {"name": name, "street": street, "postcode": postcode, "city": "Bochum", **fields},
    )


VENUES = [
    venue("blue-square", "Blue Square", "Kortumstraße 90", "44787"),
    venue(
        "bergbau-museum",
        "Deutsches Bergbau-Museum Bochum",
        "Europaplatz 1",
        "44791",
        latitude=Decimal("51.4886"),
        longitude=Decimal("7.2172"),
        public_transport=T(
            "U35, Haltestelle Deutsches Bergbau-Museum", "U35, stop Deutsches Bergbau-Museum"
        ),
    ),
    venue(
        "ruhr-universitaet",
        "Campus der Ruhr-Universität Bochum",
        "Universitätsstraße 150",
        "44801",
        latitude=Decimal("51.4440"),
        longitude=Decimal("7.2610"),
        public_transport=T("U35, Haltestelle Ruhr-Universität", "U35, stop Ruhr-Universität"),
    ),
    venue("thga", "Technische Hochschule Georg Agricola", "Herner Straße 45", "44787"),
    venue("planetarium", "Zeiss Planetarium Bochum", "Castroper Straße 67", "44791"),
    venue("schauspielhaus", "Schauspielhaus Bochum", "Königsallee 15", "44789"),
    venue("bochum-marketing", "Bochum Marketing GmbH", "Huestraße 21-23", "44787"),
]
