"""Blocks of the group "Image and video"."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.images import get_image_model

from univercity.blocks.choosers import ImageBlock
from univercity.blocks.text import RichTextBlock

GROUP = _("Image and video")


class FigureBlock(blocks.StructBlock):
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
        group = GROUP
        description = _("An image with alt text, caption and credit line")
        template = "blocks/figure.html"

    def get_preview_value(self):
        image = get_image_model().objects.order_by("pk").first()
        value = {"image": image and image.pk, "alt_text": image and image.default_alt_text}
        return self.to_python({"image": value, "caption": "Der Hörsaal um 18 Uhr"})


PLAYERS = {
    "YouTube": (
        re.compile(
            r"^https://(?:www\.|m\.)?(?:youtube(?:-nocookie)?\.com/(?:watch\?(?:.*&)?v=|embed/|live/|shorts/)"
            r"|youtu\.be/)(?P<id>[\w-]{6,20})"
        ),
        "https://www.youtube-nocookie.com/embed/{id}",
    ),
    "Vimeo": (
        re.compile(
            r"^https://(?:www\.|player\.)?vimeo\.com/(?:video/)?(?P<id>\d{4,15})(?:/(?P<hash>\w+))?"
        ),
        "https://player.vimeo.com/video/{id}?dnt=1",
    ),
}


class VideoValue(blocks.StructValue):
    @property
    def provider(self):
        """Name of the video service, or ``None`` where the address is not one of a video."""
        url = self["url"] or ""
        return next((name for name, (pattern, _url) in PLAYERS.items() if pattern.match(url)), None)

    @property
    def player_url(self):
        """Address of the player; requested only after the visitor has agreed."""
        pattern, url = PLAYERS[self.provider]
        found = pattern.match(self["url"]).groupdict()
        unlisted = f"&h={found['hash']}" if found.get("hash") else ""
        return url.format(id=found["id"]) + unlisted


class VideoBlock(blocks.StructBlock):
    """A video of another host, contacted only after the visitor has agreed."""

    title = blocks.CharBlock(
        label=_("Title"),
        max_length=160,
        help_text=_("What the video is about, for example: Rückblick auf den Campus-Slam"),
    )
    url = blocks.URLBlock(
        label=_("Address of the video"),
        help_text=_("From YouTube or Vimeo, for example: https://vimeo.com/76979871"),
    )
    alternative = RichTextBlock(
        label=_("Text alternative"),
        help_text=_(
            "What is said and shown, for people who cannot or do not want to see the video, "
            "for example: Vier Studierende tragen auf der Bühne ihre Texte vor."
        ),
    )

    class Meta:
        icon = "media"
        label = _("Video")
        label_format = "{title}"
        group = GROUP
        description = _("A video that is loaded only after the visitor agrees")
        template = "blocks/video.html"
        value_class = VideoValue
        preview_value = {
            "title": "Rückblick auf den Campus-Slam",
            "url": "https://vimeo.com/76979871",
            "alternative": "<p>Vier Studierende tragen auf der Bühne ihre Texte vor.</p>",
        }

    def clean(self, value):
        cleaned = super().clean(value)
        if cleaned["url"] and not cleaned.provider:
            message = _("Paste the address of a video on YouTube or Vimeo.")
            raise StructBlockValidationError(block_errors={"url": ValidationError(message)})
        return cleaned

    def get_api_representation(self, value, context=None):
        return {
            **super().get_api_representation(value, context),
            "provider": value.provider,
            "player_url": value.provider and value.player_url,
        }
