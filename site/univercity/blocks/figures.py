"""Key figures, of the group "Network"."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from typing_extensions import TypedDict  # pydantic asks for it below Python 3.12
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from univercity.blocks import groups
from univercity.blocks.structs import StructBlock

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
        group = groups.NETWORK
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
        group = groups.NETWORK
        description = _("Up to six numbers side by side, each with year and source")
        template = "blocks/key_figures.html"
        preview_value = {
            "heading": "Ein Abend in Zahlen",
            "figures": [
                EXAMPLE,
                {**EXAMPLE, "qualifier": "", "value": 5, "unit": "Vorträge"},
            ],
        }
