"""Persons, of the group "Network"."""

from django.apps import apps
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from typing_extensions import TypedDict  # pydantic asks for it below Python 3.12
from wagtail import blocks

from univercity.api.shapes import PersonShape, person_shape
from univercity.blocks import groups
from univercity.blocks.choosers import SnippetChooserBlock
from univercity.blocks.structs import StructBlock
from univercity.snippets import first_public, localized_snippet


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
        group = groups.NETWORK
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
