"""Profiles on social networks, linked and never embedded."""

from typing import Annotated, Literal

from django.utils.translation import gettext_lazy as _
from pydantic import Field
from typing_extensions import TypedDict  # pydantic asks for it below Python 3.12
from wagtail import blocks

from univercity.content.blocks import base
from univercity.content.blocks.base import StreamBlock, StructBlock

PLATFORMS = [
    ("instagram", "Instagram"),
    ("mastodon", "Mastodon"),
    ("linkedin", "LinkedIn"),
    ("youtube", "YouTube"),
    ("bluesky", "Bluesky"),
    ("facebook", "Facebook"),
]


Platform = Literal[tuple(code for code, _name in PLATFORMS)]  # type: ignore[valid-type]


class SocialProfileShape(TypedDict):
    """A profile on a social network."""

    platform: Platform
    name: Annotated[str, Field(description="Of the network, as visitors read it")]
    url: str


class SocialProfileValue(blocks.StructValue):
    @property
    def name(self):
        return dict(PLATFORMS).get(self["platform"], "")


class SocialProfileBlock(StructBlock):
    """One profile on one network."""

    platform = blocks.ChoiceBlock(
        label=_("Network"), choices=PLATFORMS, help_text=_("For example: Instagram")
    )
    url = blocks.URLBlock(
        label=_("Address of the profile"),
        help_text=_("For example: https://www.instagram.com/univercitybochum/"),
    )

    class Meta:
        icon = "group"
        label = _("Social media profile")
        label_format = "{platform}"
        description = _("A link to a profile on a social network")
        group = base.ACTIONS
        template = "blocks/social_profile.html"
        value_class = SocialProfileValue
        preview_value = {
            "platform": "instagram",
            "url": "https://www.instagram.com/univercitybochum/",
        }

    def get_api_representation(self, value, context=None) -> SocialProfileShape:
        return {"platform": value["platform"], "name": value.name, "url": value["url"]}


class SocialProfileStream(StreamBlock):
    """Profiles in the order in which they are shown."""

    profile = SocialProfileBlock()
