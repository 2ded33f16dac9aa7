"""Blocks of the group "Text"."""

from typing import Annotated, Literal

from django.utils.translation import gettext_lazy as _
from pydantic import Field
from typing_extensions import TypedDict  # pydantic asks for it below Python 3.12
from wagtail import blocks
from wagtail.api.rich_text import APIRichText
from wagtail.rich_text import RichText

from univercity.content.blocks import base
from univercity.content.blocks.base import StructBlock
from univercity.content.links.editor_links import sharing
from univercity.content.links.rich_text import FEATURES, LinkedRichText, SharedLinks
from univercity.content.representations.shapes import Html
from univercity.content.slugs import slugify


class RichTextBlock(blocks.RichTextBlock):
    """Formatted text; the values of a stream look up their links together."""

    def __init__(self, features=FEATURES, **kwargs):
        super().__init__(features=features, **kwargs)

    def to_python(self, value):
        return self.bulk_to_python([value])[0]

    def bulk_to_python(self, values):
        sources = [value or "" for value in values]
        links = SharedLinks(sources)
        return [LinkedRichText(source, links) for source in sources]

    def normalize(self, value):
        return value if isinstance(value, RichText) else self.to_python(value)

    def value_from_form(self, value):
        return self.to_python(value)

    def get_form_state(self, value):
        if not isinstance(value, LinkedRichText):
            return super().get_form_state(value)
        with sharing(value.links.editor_targets):
            return super().get_form_state(value)

    def get_api_representation(self, value, context=None) -> Html:
        request = (context or {}).get("request")
        chosen = request.GET.get("rich_text_format") if request else None
        if APIRichText.resolve_format(chosen) == APIRichText.FORMAT_HTML:
            return value.expand()
        return super().get_api_representation(value, context)


class TextBlock(RichTextBlock):
    """Paragraphs and lists."""

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        group = base.TEXT
        description = _("Paragraphs and lists, with links and emphasis")
        template = "blocks/text.html"
        preview_value = (
            "<p>Forschung wird anschaulich, wenn sie sich <b>mitten in der Stadt</b> zeigt: "
            "im Café, im Museum, im Rathaus.</p>"
        )


class LeadBlock(blocks.TextBlock):
    """The first sentences, which say what the page is about."""

    class Meta:
        icon = "bold"
        label = _("Lead")
        group = base.TEXT
        description = _("Two or three larger sentences at the beginning of a page or section")
        template = "blocks/lead.html"
        preview_value = (
            "Ein Jahr lang öffnen sich Labore, Archive und Hörsäle: Wer neugierig ist, "
            "findet in Bochum jede Woche eine offene Tür."
        )

    def __init__(self, **kwargs):
        help_text = _("Up to 500 characters, for example: Jede Woche eine offene Tür in Bochum.")
        super().__init__(rows=3, max_length=500, help_text=help_text, **kwargs)
        # Wagtail gives no label to a field that is a whole block of a stream.
        self.field.widget.attrs["aria-label"] = self.label


class HeadingValue(blocks.StructValue):
    @property
    def anchor(self):
        """The heading's address within the page, apart from those of the template; may be empty."""
        return self.anchor_within({})

    def anchor_within(self, context):
        """Return the anchor inside what ``context`` is rendered for, which may set a prefix."""
        slug = slugify(self["text"])
        return f"{(context or {}).get('anchor_prefix', 'h')}-{slug}" if slug else ""


class HeadingShape(TypedDict):
    text: str
    level: Literal[2, 3]
    anchor: Annotated[
        str, Field(description="Id within the page to link to; empty where the text gives none")
    ]


class HeadingBlock(StructBlock):
    """A heading with an address of its own."""

    text = blocks.CharBlock(
        label=_("Text"),
        max_length=120,
        help_text=_("Short and telling, for example: So läuft der Abend ab"),
    )
    level = blocks.ChoiceBlock(
        label=_("Level"),
        choices=[("2", _("Section")), ("3", _("Part of a section"))],
        default="2",
        help_text=_("Levels are not skipped: a part stands below a section."),
    )

    class Meta:
        icon = "title"
        label = _("Heading")
        label_format = "{text}"
        group = base.TEXT
        description = _("Opens a section; readers can link to it")
        template = "blocks/heading.html"
        value_class = HeadingValue
        preview_value = {"text": "So läuft der Abend ab", "level": "2"}

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        return {**context, "anchor": value.anchor_within(parent_context)}

    def get_api_representation(self, value, context=None) -> HeadingShape:
        anchor = value.anchor_within(context)
        return {"text": value["text"] or "", "level": int(value["level"] or 2), "anchor": anchor}


class QuoteBlock(StructBlock):
    """What somebody said."""

    text = blocks.TextBlock(
        label=_("Quote"),
        rows=3,
        help_text=_("Without quotation marks, for example: Bochum ist eine Stadt der Neugier."),
    )
    person = blocks.CharBlock(
        label=_("Person"),
        max_length=120,
        help_text=_("Who said it, for example: Dr. Ada Beispiel"),
    )
    role = blocks.CharBlock(
        label=_("Role"),
        required=False,
        max_length=160,
        help_text=_("What the person does, for example: Physikerin am Planetarium"),
    )

    class Meta:
        icon = "openquote"
        label = _("Quote")
        label_format = "{person}"
        synchronised = ("person",)
        group = base.TEXT
        description = _("A sentence somebody said, with name and role")
        template = "blocks/quote.html"
        preview_value = {
            "text": "Wer fragt, gehört dazu.",
            "person": "Ada Beispiel",
            "role": "Moderatorin der Abendreihe",
        }


NOTICES = [
    ("info", _("Good to know")),
    ("warning", _("Please note")),
    ("success", _("All set")),
]


class NoticeValue(blocks.StructValue):
    @property
    def kind_name(self):
        return dict(NOTICES).get(self["kind"], "")


class NoticeBlock(StructBlock):
    """Facts to set apart from the text; what kind they are is said in words."""

    kind = blocks.ChoiceBlock(
        label=_("Kind"),
        choices=NOTICES,
        default="info",
        help_text=_("Stands above the heading for everybody to read, for example: Please note"),
    )
    heading = blocks.CharBlock(
        label=_("Heading"),
        max_length=120,
        help_text=_("For example: Der Eingang liegt im Hof"),
    )
    text = RichTextBlock(
        label=_("Text"),
        help_text=_("A few sentences, for example: Der Haupteingang ist wegen Bauarbeiten zu."),
    )

    class Meta:
        icon = "info-circle"
        label = _("Notice")
        label_format = "{kind}: {heading}"
        group = base.TEXT
        description = _("A box with facts, a warning or good news")
        template = "blocks/notice.html"
        value_class = NoticeValue
        preview_value = {
            "kind": "warning",
            "heading": "Der Eingang liegt im Hof",
            "text": "<p>Der Haupteingang ist wegen Bauarbeiten geschlossen.</p>",
        }


class AccordionItemBlock(StructBlock):
    title = blocks.CharBlock(
        label=_("Question or title"),
        max_length=160,
        help_text=_("Always visible, for example: Muss ich mich anmelden?"),
    )
    text = RichTextBlock(
        label=_("Answer"),
        help_text=_("Shown on opening, for example: Nein, kommen Sie einfach vorbei."),
    )

    class Meta:
        icon = "help"
        label = _("Entry")
        label_format = "{title}"


class AccordionBlock(StructBlock):
    """Questions whose answers open one by one."""

    heading = blocks.CharBlock(
        label=_("Heading"),
        required=False,
        max_length=120,
        help_text=_("For example: Häufige Fragen"),
    )
    items = blocks.ListBlock(
        AccordionItemBlock(),
        label=_("Entries"),
        min_num=1,
        help_text=_("At least one, for example: Muss ich mich anmelden?"),
    )

    class Meta:
        icon = "list-ul"
        label = _("Accordion")
        label_format = "{heading}"
        group = base.TEXT
        description = _("Questions and answers that open one by one")
        template = "blocks/accordion.html"
        preview_value = {
            "heading": "Häufige Fragen",
            "items": [
                {
                    "title": "Muss ich mich anmelden?",
                    "text": "<p>Nein, kommen Sie einfach vorbei.</p>",
                },
                {"title": "Kostet der Abend etwas?", "text": "<p>Der Eintritt ist frei.</p>"},
            ],
        }
