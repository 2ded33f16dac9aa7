"""Profiles on social networks, linked and never embedded."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from univercity.blocks import groups
from univercity.blocks.structs import StructBlock

PLATFORMS = [
    ("instagram", "Instagram"),
    ("mastodon", "Mastodon"),
    ("linkedin", "LinkedIn"),
    ("youtube", "YouTube"),
    ("bluesky", "Bluesky"),
    ("facebook", "Facebook"),
]


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
        group = groups.ACTIONS
        template = "blocks/social_profile.html"
        value_class = SocialProfileValue
        preview_value = {
            "platform": "instagram",
            "url": "https://www.instagram.com/univercitybochum/",
        }


class SocialProfileStream(blocks.StreamBlock):
    """Profiles in the order in which they are shown."""

    profile = SocialProfileBlock()
