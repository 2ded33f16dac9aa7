"""Content that is kept once and shown on many pages ("Baustein"), of the group "Layout"."""

from typing import Annotated, Any

from django.apps import apps
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from pydantic import Field
from typing_extensions import TypedDict  # pydantic asks for it below Python 3.12
from wagtail import blocks

from univercity.content.blocks import base
from univercity.content.blocks.base import StructBlock
from univercity.content.blocks.choosers import SnippetChooserBlock
from univercity.content.links.localized import first_public, localized_snippet
from univercity.content.representations.block_types import StreamOf


class SharedContentChooserBlock(SnippetChooserBlock):
    """Shared content; what it shows is read along with it."""


class SharedContentValue(blocks.StructValue):
    @property
    def shown_content(self):
        """The content in the active language; ``None`` for drafts and where it is not translated.

        Unlike a link or a card it is part of the page's text, which is in one language.
        """
        content = self["content"] and localized_snippet(self["content"])
        return content if content and content.locale.language_code == get_language() else None


class SharedContentShape(TypedDict):
    id: Annotated[
        int | None, Field(description="null: not public in the language of the page; show nothing")
    ]
    blocks: Annotated[list[Any], StreamOf("univercity.content.blocks.SharedStoryBlock")]


class SharedContentBlock(StructBlock):
    """Blocks that are kept once for many pages."""

    content = SharedContentChooserBlock(
        "univercity.SharedContent",
        label=pgettext_lazy("block", "Shared content"),
        help_text=_("Changes on all its pages at once, for example: So erreichen Sie uns"),
    )

    class Meta:
        icon = "copy"
        label = pgettext_lazy("block", "Shared content")
        label_format = "{content}"
        group = base.LAYOUT
        description = _("Blocks that are edited once and used on many pages")
        template = "blocks/shared_content.html"
        value_class = SharedContentValue

    def get_preview_value(self):
        content = first_public(apps.get_model("univercity.SharedContent"))
        return self.normalize({"content": content})

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        content = value.shown_content
        return {**context, "content": content, **self._anchors_of(content)}

    def get_api_representation(self, value, context=None) -> SharedContentShape:
        content = value.shown_content
        if not content:
            return {"id": None, "blocks": []}
        context = {**(context or {}), **self._anchors_of(content)}
        body = content.body
        return {
            "id": content.pk,
            "blocks": body.stream_block.get_api_representation(body, context),
        }

    @staticmethod
    def _anchors_of(content):
        """Keep the anchors of headings apart from those of the page around them."""
        return {"anchor_prefix": f"b{content.pk}"} if content else {}
