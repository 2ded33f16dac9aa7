"""What other hosts show, of the group "Image and video"; asked for only with consent."""

import re
from typing import Annotated, Literal

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from pydantic import Field
from typing_extensions import TypedDict  # pydantic asks for it below Python 3.12
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from univercity.content.blocks import base
from univercity.content.blocks.base import StructBlock
from univercity.content.blocks.text import RichTextBlock
from univercity.content.representations.shapes import Html

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


class VideoShape(TypedDict):
    title: str
    url: str
    alternative: Html
    provider: Annotated[
        Literal["YouTube", "Vimeo"] | None, Field(description="null: not the address of a video")
    ]
    player_url: Annotated[
        str | None, Field(description="For a frame; ask visitors before you load it")
    ]


class VideoBlock(StructBlock):
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
        group = base.MEDIA
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

    def get_api_representation(self, value, context=None) -> VideoShape:
        return {
            **super().get_api_representation(value, context),
            "provider": value.provider,
            "player_url": value.provider and value.player_url,
        }


POST = re.compile(
    r"^https://(?:www\.)?instagram\.com/(?:[\w.]{1,30}/)?(?P<kind>p|reel)/(?P<id>[\w-]{5,40})/?(?:\?|$)"
)


class InstagramValue(blocks.StructValue):
    @property
    def embed_url(self):
        """Address of the post to show in a frame, or ``None`` where it is not one of a post."""
        found = POST.match(self["url"] or "")
        return found and "https://www.instagram.com/{kind}/{id}/embed/".format(**found.groupdict())


class InstagramShape(TypedDict):
    title: str
    url: str
    text: str
    provider: Literal["Instagram"]
    embed_url: Annotated[
        str | None,
        Field(
            description="For a frame; ask visitors before you load it; "
            "null: not the address of a post"
        ),
    ]


class InstagramBlock(StructBlock):
    """A post on Instagram, told in words; Instagram is contacted only after the visitor agrees."""

    title = blocks.CharBlock(
        label=_("Title"),
        max_length=160,
        help_text=_("What the post is about, for example: Ein Tag im Botanischen Garten"),
    )
    url = blocks.URLBlock(
        label=_("Address of the post"),
        help_text=_("For example: https://www.instagram.com/p/C1aBcDeFgHi/"),
    )
    text = blocks.TextBlock(
        label=_("Text"),
        rows=3,
        help_text=_(
            "What the post shows and says, for everybody who does not open it, "
            "for example: Drei Studierende gießen Kakteen und erzählen, woher sie stammen."
        ),
    )

    class Meta:
        icon = "group"
        label = _("Instagram post")
        label_format = "{title}"
        group = base.MEDIA
        description = _("A post in words, with a link; loaded only after the visitor agrees")
        template = "blocks/instagram.html"
        value_class = InstagramValue
        preview_value = {
            "title": "Ein Tag im Botanischen Garten",
            "url": "https://www.instagram.com/p/C1aBcDeFgHi/",
            "text": "Drei Studierende gießen Kakteen und erzählen, woher sie stammen.",
        }

    def clean(self, value):
        cleaned = super().clean(value)
        if cleaned["url"] and not cleaned.embed_url:
            message = _(
                "Paste the address of one post: open it on Instagram and choose “Copy link”."
            )
            raise StructBlockValidationError(block_errors={"url": ValidationError(message)})
        return cleaned

    def get_api_representation(self, value, context=None) -> InstagramShape:
        return {
            **super().get_api_representation(value, context),
            "provider": "Instagram",
            "embed_url": value.embed_url,
        }
