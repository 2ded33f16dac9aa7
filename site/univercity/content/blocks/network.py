"""Key figures, of the group "Network"."""

from django.apps import apps
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from typing_extensions import TypedDict  # pydantic asks for it below Python 3.12
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from univercity.content.blocks import base
from univercity.content.blocks.base import StructBlock
from univercity.content.blocks.choosers import SnippetChooserBlock
from univercity.content.links.localized import first_public, localized_snippet
from univercity.content.representations.shapes import PersonShape, person_shape

EXAMPLE = {
    "qualifier": "rund",
    "value": 1200,
    "unit": "Plätze im Audimax",
    "year": 2024,
    "year_unknown": False,
    "source": "Beispielquelle",
    "source_url": "",
}


class KeyFigureShape(TypedDict):
    qualifier: str
    value: int | float | None
    unit: str
    year: int | None
    year_unknown: bool
    source: str
    source_url: str


class KeyFigureBlock(StructBlock):
    """A number that cannot be shown without saying of when and from whom it is."""

    qualifier = blocks.CharBlock(
        label=_("Qualifier"),
        required=False,
        max_length=30,
        help_text=_("Before the number, for example: rund"),
    )
    value = blocks.DecimalBlock(
        label=_("Number"),
        min_value=0,
        help_text=_("Without separators and unit, for example: 56000"),
    )
    unit = blocks.CharBlock(
        label=_("Unit"),
        max_length=60,
        help_text=_("What is counted, for example: Studierende"),
    )
    year = blocks.IntegerBlock(
        label=_("Year"),
        required=False,
        min_value=1800,
        max_value=2100,
        help_text=_("The year the number is from, for example: 2024"),
    )
    year_unknown = blocks.BooleanBlock(
        label=_("Year not known"),
        required=False,
        help_text=_("The source does not say which year the number is from; the page says so."),
    )
    source = blocks.CharBlock(
        label=_("Source"),
        max_length=160,
        help_text=_("Who says so, for example: IT.NRW, Hochschulstatistik"),
    )
    source_url = blocks.URLBlock(
        label=_("Address of the source"),
        required=False,
        help_text=_("For example: https://www.it.nrw/statistik"),
    )

    class Meta:
        icon = "order"
        label = _("Key figure")
        label_format = "{value} {unit}"
        group = base.NETWORK
        description = _("A number with unit, year and source")
        template = "blocks/key_figure.html"
        preview_value = EXAMPLE

    def clean(self, value):
        cleaned = super().clean(value)
        if not self.is_deferred_validation and not cleaned["year"] and not cleaned["year_unknown"]:
            message = _("Give the year of the number, or tick “Year not known”.")
            raise StructBlockValidationError(block_errors={"year": ValidationError(message)})
        return cleaned

    def get_api_representation(self, value, context=None) -> KeyFigureShape:
        return {
            **super().get_api_representation(value, context),
            "value": as_json_number(value["value"]),
        }


def as_json_number(number):
    """Return a ``Decimal`` as int or float; ``None``, as drafts have it, stays."""
    if number is None:
        return None
    return int(number) if number == int(number) else float(number)


class KeyFiguresBlock(StructBlock):
    """Several numbers side by side."""

    heading = blocks.CharBlock(
        label=_("Heading"),
        required=False,
        max_length=120,
        help_text=_("For example: Zahlen, die für Bochum sprechen"),
    )
    figures = blocks.ListBlock(
        KeyFigureBlock(),
        label=_("Key figures"),
        min_num=1,
        max_num=6,
        help_text=_("Up to six, for example: 56000 Studierende"),
    )

    class Meta:
        icon = "order"
        label = _("Key figures")
        label_format = "{heading}"
        group = base.NETWORK
        description = _("Up to six numbers side by side, each with year and source")
        template = "blocks/key_figures.html"
        preview_value = {
            "heading": "Ein Abend in Zahlen",
            "figures": [
                EXAMPLE,
                {**EXAMPLE, "qualifier": "", "value": 5, "unit": "Vorträge"},
            ],
        }


# Persons, of the group "Network".


class PersonsValue(blocks.StructValue):
    @property
    def shown_persons(self):
        """The persons in the active language where translated; drafts are left out."""
        versions = (localized_snippet(person) for person in self["persons"] if person)
        return [person for person in versions if person]


class PersonsShape(TypedDict):
    heading: str
    persons: list[PersonShape]


class PersonBlock(StructBlock):
    """Whom to turn to: one or more persons with their contact."""

    heading = blocks.CharBlock(
        label=_("Heading"),
        required=False,
        max_length=120,
        help_text=_("What for on this page, for example: Fragen zur Anmeldung"),
    )
    persons = blocks.ListBlock(
        SnippetChooserBlock("univercity.Person", label=_("Person")),
        label=_("Persons"),
        min_num=1,
        help_text=_("Kept once under “Persons”, for example: Projektbüro UniverCity"),
    )

    class Meta:
        icon = "user"
        label = pgettext_lazy("block", "Contact")
        label_format = "{heading}"
        group = base.NETWORK
        description = _("One or more persons with role, e-mail and telephone")
        template = "blocks/person.html"
        value_class = PersonsValue

    def get_preview_value(self):
        person = first_public(apps.get_model("univercity.Person"))
        return self.normalize(
            {"heading": "Fragen zur Anmeldung", "persons": [person] if person else []}
        )

    def get_api_representation(self, value, context=None) -> PersonsShape:
        return {
            "heading": value["heading"] or "",
            "persons": [person_shape(person) for person in value.shown_persons],
        }
