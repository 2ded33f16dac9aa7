"""Blocks with images, of the group "Image and video"."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import BlockGroup

from univercity.content.blocks import base
from univercity.content.blocks.actions import LinkBlock
from univercity.content.blocks.base import StructBlock, sample_image
from univercity.content.blocks.choosers import ImageBlock
from univercity.content.blocks.text import RichTextBlock


class FigureBlock(StructBlock):
    """An image with caption; its credit line comes from the image library."""

    image = ImageBlock(
        label=_("Image"),
        help_text=_(
            "With what it shows here as alt text, for example: Studierende im Hörsaal; "
            "or marked as decorative"
        ),
    )
    caption = blocks.CharBlock(
        label=_("Caption"),
        required=False,
        max_length=250,
        help_text=_("What the image adds to the text, for example: Der Hörsaal um 18 Uhr"),
    )

    class Meta:
        icon = "image"
        label = _("Image")
        label_format = "{caption}"
        group = base.MEDIA
        description = _("An image with alt text, caption and credit line")
        template = "blocks/figure.html"

    def get_preview_value(self):
        return self.normalize({"image": sample_image(), "caption": "Der Hörsaal um 18 Uhr"})


class GalleryImageBlock(FigureBlock):
    image = ImageBlock(
        label=_("Image"),
        rendition_set="tile",
        help_text=_(
            "With what it shows here as alt text, for example: Kinder am Mikroskop. "
            "All are cut to the same shape; the focal point of the image stays in it."
        ),
    )


class GalleryBlock(StructBlock):
    """Several images side by side."""

    heading = blocks.CharBlock(
        label=_("Heading"),
        required=False,
        max_length=120,
        help_text=_("For example: Eindrücke vom Wissensfestival"),
    )
    images = blocks.ListBlock(
        GalleryImageBlock(),
        label=_("Images"),
        min_num=2,
        max_num=12,
        help_text=_("Two to twelve, for example: drei vom Nachmittag, drei vom Abend"),
    )

    class Meta:
        icon = "image"
        label = _("Gallery")
        label_format = "{heading}"
        group = base.MEDIA
        description = _("Two to twelve images side by side, each with alt text and caption")
        template = "blocks/gallery.html"

    def get_preview_value(self):
        captions = ["Der Hörsaal um 18 Uhr", "Das Foyer um 20 Uhr", "Der Platz um Mitternacht"]
        images = [{"image": sample_image(), "caption": caption} for caption in captions]
        return self.normalize({"heading": "Ein langer Abend", "images": images})


class ImageWithTextBlock(StructBlock):
    """An image and a text that belong together, side by side where there is room."""

    image = ImageBlock(
        label=_("Image"),
        rendition_set="half",
        help_text=_("With what it shows here as alt text, for example: Blick in die Werkstatt"),
    )
    text = RichTextBlock(
        label=_("Text"),
        help_text=_("Up to three paragraphs, for example: In der Werkstatt bauen Studierende …"),
    )
    links = blocks.ListBlock(
        LinkBlock(),
        label=_("Link"),
        min_num=0,
        max_num=1,
        default=[],
        help_text=_("Below the text, for example: Zur Werkstatt"),
    )
    side = blocks.ChoiceBlock(
        label=_("Side of the image"),
        choices=[("start", _("Left")), ("end", _("Right"))],
        default="start",
        help_text=_("Where there is room; on phones the image stands above the text"),
    )

    class Meta:
        icon = "image"
        label = _("Image with text")
        label_format = "{text}"
        group = base.MEDIA
        description = _("An image beside a text of up to three paragraphs, with a link")
        template = "blocks/image_with_text.html"
        form_layout = BlockGroup(children=["image", "text", "links"], settings=["side"])

    def get_preview_value(self):
        link = {"label": "Zur Stadt Bochum", "page": None, "url": "https://www.bochum.de"}
        return self.normalize(
            {
                "image": sample_image(),
                "text": "<p>In der Werkstatt bauen Studierende, was sie sich ausgedacht haben.</p>",
                "links": [link],
                "side": "start",
            }
        )
