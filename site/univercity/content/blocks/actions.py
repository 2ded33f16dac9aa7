"""Blocks of the group "Actions"."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from univercity.content.blocks import base
from univercity.content.blocks.base import StructBlock
from univercity.content.blocks.links import LinkBlock
from univercity.content.blocks.text import RichTextBlock


class CallToActionBlock(StructBlock):
    """What the reader is asked to do next."""

    heading = blocks.CharBlock(
        label=_("Heading"), max_length=120, help_text=_("For example: Machen Sie mit!")
    )
    text = blocks.TextBlock(
        label=_("Text"),
        required=False,
        rows=2,
        help_text=_("One or two sentences, for example: Wir suchen Orte für die nächste Reihe."),
    )
    link = LinkBlock(label=_("Link"), help_text=_("The button, for example: Ort vorschlagen"))

    class Meta:
        icon = "pick"
        label = _("Call to action")
        label_format = "{heading}"
        group = base.ACTIONS
        description = _("Asks the reader to do one thing, with one button")
        template = "blocks/call_to_action.html"
        preview_value = {
            "heading": "Machen Sie mit!",
            "text": "Wir suchen Orte für die nächste Vortragsreihe.",
            "link": {"label": "Ort vorschlagen", "page": None, "url": "https://www.bochum.de"},
        }


class ButtonGroupBlock(StructBlock):
    """Ways to go on from here, the most important first."""

    buttons = blocks.ListBlock(
        LinkBlock(),
        label=_("Buttons"),
        min_num=1,
        max_num=3,
        help_text=_("One to three, the most important first, for example: Zum Kalender"),
    )

    class Meta:
        icon = "link"
        label = _("Button group")
        label_format = "{buttons}"
        group = base.ACTIONS
        description = _("One to three buttons side by side, the first one emphasised")
        template = "blocks/button_group.html"
        preview_value = {
            "buttons": [
                {"label": "Alle Termine", "url": "https://www.bochum.de"},
                {"label": "Schreiben Sie uns", "email": "kontakt@univercity-bochum.de"},
            ]
        }


class LinkListItemBlock(StructBlock):
    link = LinkBlock(label=_("Link"), help_text=_("For example: Programm als PDF"))
    description = blocks.CharBlock(
        label=_("Description"),
        required=False,
        max_length=200,
        help_text=_("What readers find there, for example: Alle Abende mit Uhrzeit und Ort"),
    )

    class Meta:
        icon = "link"
        label = _("Link")
        label_format = "{link}"


class LinkListBlock(StructBlock):
    """Where to read on, each link with a word on what is there."""

    heading = blocks.CharBlock(
        label=_("Heading"),
        required=False,
        max_length=120,
        help_text=_("For example: Zum Weiterlesen"),
    )
    links = blocks.ListBlock(
        LinkListItemBlock(),
        label=_("Links"),
        min_num=1,
        help_text=_("At least one, for example: Programm als PDF"),
    )

    class Meta:
        icon = "list-ul"
        label = _("Link list")
        label_format = "{heading} {links}"
        group = base.ACTIONS
        description = _("Links below each other, each with a description if needed")
        template = "blocks/link_list.html"
        preview_value = {
            "heading": "Zum Weiterlesen",
            "links": [
                {
                    "link": {"label": "Stadt Bochum", "url": "https://www.bochum.de"},
                    "description": "Was die Stadt für die Wissenschaft tut",
                },
                {
                    "link": {"label": "Rufen Sie uns an", "phone": "+49 234 123456"},
                    "description": "",
                },
            ],
        }


FORMS = [("newsletter", _("Newsletter")), ("contact", _("Contact form"))]


class FormTeaserValue(blocks.StructValue):
    @property
    def kind_name(self):
        return dict(FORMS).get(self["kind"], "")


class FormTeaserBlock(StructBlock):
    """Leads to a form and says beforehand what happens with what is typed there."""

    kind = blocks.ChoiceBlock(
        label=_("Kind"),
        choices=FORMS,
        default="newsletter",
        help_text=_("Shown above the heading, for example: Newsletter"),
    )
    heading = blocks.CharBlock(
        label=_("Heading"),
        max_length=120,
        help_text=_("For example: Einmal im Monat das Programm"),
    )
    text = blocks.TextBlock(
        label=_("Text"),
        required=False,
        rows=2,
        help_text=_("One or two sentences, for example: Alle Termine, jeden ersten Montag."),
    )
    link = LinkBlock(label=_("Link"), help_text=_("The form, for example: Newsletter bestellen"))
    privacy = RichTextBlock(
        label=_("Privacy sentence"),
        features=["link"],
        help_text=_(
            "What happens with the data, with a link to the privacy page, "
            "for example: Sie können sich jederzeit abmelden."
        ),
    )

    class Meta:
        icon = "mail"
        label = _("Form teaser")
        label_format = "{heading}"
        group = base.ACTIONS
        description = _("Leads to the newsletter or contact form, with a word on privacy")
        template = "blocks/form_teaser.html"
        value_class = FormTeaserValue
        preview_value = {
            "kind": "newsletter",
            "heading": "Einmal im Monat das Programm",
            "text": "Alle Termine, jeden ersten Montag.",
            "link": {"label": "Newsletter bestellen", "url": "https://www.bochum.de"},
            "privacy": "<p>Sie können sich jederzeit abmelden.</p>",
        }
