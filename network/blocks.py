"""Blocks that show partners and the Leitbild, and the menu of a partner's page."""

from typing import Annotated

from django.apps import apps
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override, pgettext
from pydantic import Field
from typing_extensions import TypedDict  # pydantic asks for it below Python 3.12
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from network.listing import Partners
from network.serializers import PartnerCardShape, partner_card_shape
from univercity.content.blocks import StoryBlock, base
from univercity.content.blocks.base import StreamBlock, StructBlock
from univercity.content.blocks.choosers import PageChooserBlock
from univercity.content.blocks.text import RichTextBlock
from univercity.content.links.localized import localized_card
from univercity.content.reading.shelf import shelf_of_answer
from univercity.content.representations.block_types import StreamItem
from univercity.content.representations.shapes import ChosenPage

#: Selections of partners beside the kinds.
ALL = "all"
CHOSEN = "chosen"


class PrincipleBlock(StructBlock):
    """A guiding principle; its number is its place in the list."""

    statement = blocks.TextBlock(
        label=_("Statement"),
        rows=2,
        help_text=_("The principle in one or two sentences, for example: Bochum bleibt neugierig."),
    )
    explanation = RichTextBlock(
        label=_("Explanation"),
        help_text=_("What follows from it, for example: Wir öffnen Labore und Hörsäle für alle."),
    )

    class Meta:
        icon = "pick"
        label = _("Guiding principle")
        label_format = "{statement}"
        group = base.NETWORK
        description = _("A statement and what follows from it")
        template = "blocks/principle.html"
        preview_value = {
            "statement": "Bochum bleibt neugierig.",
            "explanation": "<p>Wir öffnen Labore und Hörsäle für alle.</p>",
        }


def principle_anchor(number):
    """Return the address of a principle within its page, in the active language."""
    name = pgettext("address within the page", "principle")
    return f"{name}-{number}"


class PrincipleItem(StreamItem):
    number: Annotated[int, Field(description="Place in the list, from 1")]
    anchor: Annotated[str, Field(description="Id within the page to link to")]


class PrincipleStream(StreamBlock):
    """Guiding principles in their order."""

    principle = PrincipleBlock()

    def get_api_representation(self, value, context=None) -> list[PrincipleItem]:
        items = super().get_api_representation(value, context)
        return [
            {**item, "number": number, "anchor": principle_anchor(number)}
            for number, item in enumerate(items, start=1)
        ]


class PartnersValue(blocks.StructValue):
    @property
    def partners(self):
        """The partners to show, in the active language where translated."""
        if self["selection"] == CHOSEN:
            versions = (localized_card(partner) for partner in self["chosen"] if partner)
            return [partner for partner in versions if partner]
        return shelf_of_answer().listed(members(self["selection"]))


def members(selection):
    """Return the list of the members of a kind, or of all."""
    return Partners(members_only=True, kind="" if selection == ALL else selection)


def selection_choices():
    """Ways to select partners: all, by kind, one by one."""
    kinds = apps.get_model("network.PartnerPage").Kind.choices
    return [
        (ALL, _("All members")),
        *kinds,
        (CHOSEN, _("Chosen one by one")),
    ]


class PartnersShape(TypedDict):
    heading: str
    selection: str
    partners: Annotated[list[PartnerCardShape], Field(description="The public ones, in order")]


class PartnersBlock(StructBlock):
    """Cards of partners: all members, those of a kind, or chosen ones."""

    listings = frozenset({"list-partners"})

    heading = blocks.CharBlock(
        label=_("Heading"),
        required=False,
        max_length=120,
        help_text=_("For example: Unsere Partner"),
    )
    selection = blocks.ChoiceBlock(
        label=_("Selection"),
        choices=selection_choices,
        default=ALL,
        help_text=_("For example: All members, which needs no upkeep"),
    )
    chosen = blocks.ListBlock(
        PageChooserBlock("network.PartnerPage", label=_("Partner")),
        label=_("Chosen partners"),
        default=[],
        help_text=_("Only for “Chosen one by one”, in this order"),
    )

    class Meta:
        icon = "group"
        label = _("Partners")
        label_format = "{heading}"
        group = base.NETWORK
        description = _("Cards of partners: all, by kind, or chosen")
        template = "blocks/partners.html"
        value_class = PartnersValue
        preview_value = {"heading": "Unsere Partner", "selection": ALL, "chosen": []}

    def lists_in(self, value):
        if value.get("selection") != CHOSEN:
            yield members(value.get("selection"))

    def clean(self, value):
        cleaned = super().clean(value)
        if (
            not self.is_deferred_validation
            and cleaned["selection"] == CHOSEN
            and not cleaned["chosen"]
        ):
            message = _("Choose at least one partner, or another selection.")
            raise StructBlockValidationError(block_errors={"selection": ValidationError(message)})
        return cleaned

    def get_api_representation(self, value, context=None) -> PartnersShape:
        return {
            "heading": value["heading"] or "",
            "selection": value["selection"] or ALL,
            "partners": [partner_card_shape(partner) for partner in value.partners],
        }


class MissionTeaserValue(blocks.StructValue):
    @property
    def leitbild(self):
        """The Leitbild in the active language where translated, or ``None``."""
        return self["page"] and localized_card(self["page"])

    @property
    def principles(self):
        """The first guiding principles: number, address and block of each."""
        if not self.leitbild:
            return []
        with override(self.leitbild.locale.language_code):
            principles = self.leitbild.numbered_principles[: self["number"]]
        return [
            (number, f"{self.leitbild.url}#{anchor}", block) for number, anchor, block in principles
        ]


class PrincipleLinkShape(TypedDict):
    """A guiding principle and its place on the page of the Leitbild."""

    number: int
    statement: str
    href: str


class MissionTeaserShape(TypedDict):
    heading: str
    text: str
    page: ChosenPage | None
    number: int | None
    principles: list[PrincipleLinkShape]


class MissionTeaserBlock(StructBlock):
    """Leads to the Leitbild, and to its guiding principles one by one."""

    heading = blocks.CharBlock(
        label=_("Heading"), max_length=120, help_text=_("For example: Wofür wir stehen")
    )
    text = blocks.TextBlock(
        label=_("Text"),
        rows=3,
        help_text=_("For example: Sechs Leitideen tragen die Zusammenarbeit."),
    )
    page = PageChooserBlock(
        "network.LeitbildPage", label=_("Leitbild"), help_text=_("The page of the Leitbild")
    )
    number = blocks.IntegerBlock(
        label=_("Number of guiding principles"),
        required=False,
        default=0,
        min_value=0,
        max_value=20,
        help_text=_("How many to list, from the first on; empty: all, 0: none. For example: 3"),
    )

    class Meta:
        icon = "doc-full"
        label = _("Mission teaser")
        label_format = "{heading}"
        group = base.NETWORK
        description = _("A few words on the mission, its principles and the way to the Leitbild")
        template = "blocks/mission_teaser.html"
        value_class = MissionTeaserValue

    def get_preview_value(self):
        leitbild = apps.get_model("network.LeitbildPage").objects.live().first()
        return self.normalize(
            {
                "heading": "Wofür wir stehen",
                "text": "Sechs Leitideen tragen die Zusammenarbeit.",
                "page": leitbild,
                "number": 3,
            }
        )

    def get_api_representation(self, value, context=None) -> MissionTeaserShape:
        return {
            **super().get_api_representation(value, context),
            "principles": [
                {"number": number, "statement": block.value["statement"], "href": address}
                for number, address, block in value.principles
            ],
        }


class PartnerStory(StoryBlock):
    """What the page of a partner may contain."""

    partners = PartnersBlock()
    mission_teaser = MissionTeaserBlock()

    class Meta:
        block_counts = {"partners": {"max_num": 1}}
