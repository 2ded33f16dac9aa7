"""Blocks of the group "Layout", which hold other blocks; distances come from the design."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.stream_block import StreamBlockValidationError
from wagtail.blocks.struct_block import StructBlockValidationError

from univercity.content.blocks import base
from univercity.content.blocks.actions import (
    ButtonGroupBlock,
    CallToActionBlock,
    FormTeaserBlock,
    LinkListBlock,
)
from univercity.content.blocks.base import StructBlock
from univercity.content.blocks.downloads import DownloadsBlock
from univercity.content.blocks.external import InstagramBlock, VideoBlock
from univercity.content.blocks.images import FigureBlock, GalleryBlock, ImageWithTextBlock
from univercity.content.blocks.menus import Menu
from univercity.content.blocks.network import KeyFiguresBlock, PersonBlock
from univercity.content.blocks.recordings import (
    AudioBlock,
    HostedVideoBlock,
    SignLanguageVideoBlock,
)
from univercity.content.blocks.tables import TableBlock
from univercity.content.blocks.text import (
    AccordionBlock,
    HeadingBlock,
    LeadBlock,
    NoticeBlock,
    QuoteBlock,
    TextBlock,
)


class ColumnStream(Menu):
    """What a column may contain: nothing that needs the width of the page."""

    text = TextBlock()
    heading = HeadingBlock()
    quote = QuoteBlock()
    notice = NoticeBlock()
    accordion = AccordionBlock()
    figure = FigureBlock()
    video = VideoBlock()
    downloads = DownloadsBlock()
    person = PersonBlock()
    button_group = ButtonGroupBlock()
    link_list = LinkListBlock()

    class Meta:
        icon = "doc-full"
        label = _("Column")


class ColumnsBlock(StructBlock):
    """Two or three columns side by side; below each other where there is no room."""

    columns = blocks.ListBlock(
        ColumnStream(),
        label=_("Columns"),
        min_num=2,
        max_num=3,
        help_text=_("Two or three, each with its blocks, for example: a text beside an image"),
    )

    class Meta:
        icon = "grip"
        label = _("Columns")
        label_format = "{columns}"
        group = base.LAYOUT
        description = _("Two or three columns of blocks, below each other on phones")
        template = "blocks/columns.html"
        preview_value = {
            "columns": [
                [
                    ("heading", {"text": "Für Studierende", "level": "3"}),
                    ("text", "<p>Praktika, Abschlussarbeiten und ein offenes Ohr.</p>"),
                ],
                [
                    ("heading", {"text": "Für Unternehmen", "level": "3"}),
                    ("text", "<p>Forschung, die in der Stadt ankommt.</p>"),
                ],
            ]
        }


class SectionStream(Menu):
    """What a section may contain: the whole library, by group, but no further section."""

    # Text
    text = TextBlock()
    heading = HeadingBlock()
    lead = LeadBlock()
    quote = QuoteBlock()
    notice = NoticeBlock()
    accordion = AccordionBlock()
    table = TableBlock()

    # Image and video
    figure = FigureBlock()
    gallery = GalleryBlock()
    image_with_text = ImageWithTextBlock()
    hosted_video = HostedVideoBlock()
    video = VideoBlock()
    audio = AudioBlock()
    sign_language_video = SignLanguageVideoBlock()
    downloads = DownloadsBlock()
    instagram = InstagramBlock()

    # Network
    key_figures = KeyFiguresBlock()
    person = PersonBlock()

    # Actions
    call_to_action = CallToActionBlock()
    button_group = ButtonGroupBlock()
    link_list = LinkListBlock()
    form_teaser = FormTeaserBlock()

    # Layout
    columns = ColumnsBlock()


class SectionBlock(StructBlock):
    """Blocks that belong together, on a background of their own."""

    content = SectionStream(
        label=_("Content"),
        required=False,
        help_text=_("At least one block, for example a heading and a text"),
    )
    background = blocks.ChoiceBlock(
        label=_("Background"),
        choices=[
            ("light", _("Light: set apart a little")),
            ("dark", _("Dark: set apart strongly")),
            ("none", _("None: like the page")),
        ],
        default="light",
        help_text=_("For example: Light; texts and links keep their contrast on each"),
    )
    width = blocks.ChoiceBlock(
        label=_("Width"),
        choices=[("text", _("As wide as a text")), ("page", _("As wide as the page"))],
        default="page",
        help_text=_("For example: As wide as the page, for columns and key figures"),
    )

    class Meta:
        icon = "form"
        label = _("Section")
        label_format = "{content}"
        group = base.LAYOUT
        description = _("Blocks that belong together, with background and width")
        template = "blocks/section.html"
        form_layout = blocks.BlockGroup(children=["content"], settings=["background", "width"])
        preview_value = {
            "background": "light",
            "width": "page",
            "content": [
                ("heading", {"text": "Wissenschaft vor der Tür", "level": "2"}),
                ("text", "<p>Jeden Monat öffnet ein anderes Haus.</p>"),
            ],
        }

    def clean(self, value):
        cleaned = super().clean(value)
        if not cleaned["content"] and not self.is_deferred_validation:
            message = _("The section is empty. Add a block to it, or delete the section.")
            error = StreamBlockValidationError(non_block_errors=[ValidationError(message)])
            raise StructBlockValidationError(block_errors={"content": error})
        return cleaned
