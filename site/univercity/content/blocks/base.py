"""What all blocks are made of: struct and stream, the groups of the chooser, preview images."""

from threading import RLock

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents import get_document_model
from wagtail.images import get_image_model

TEXT_BLOCKS = (
    blocks.CharBlock,
    blocks.TextBlock,
    blocks.URLBlock,
    blocks.EmailBlock,
    blocks.RegexBlock,
    blocks.ChoiceBlock,
)


class StructBlock(blocks.StructBlock):
    """Fields by name, whose texts and choices are never null in an answer.

    Wagtail has ``None`` for what was stored before a field existed, and for what is still empty.
    ``Meta.synchronised`` names the fields that are the same in every language, in place of texts to
    translate.
    """

    class Meta:
        synchronised: tuple[str, ...] = ()

    def get_api_representation(self, value, context=None):
        answer = super().get_api_representation(value, context)
        return {name: self._without_null(name, child) for name, child in answer.items()}

    def _without_null(self, name, child):
        block = self.child_blocks[name]
        if child or not isinstance(block, TEXT_BLOCKS):
            return child
        return (block.get_default() if block.required else "") or ""


#: Held by the thread that validates.
validation = RLock()


class StreamBlock(blocks.StreamBlock):
    """Blocks below each other, validated by one thread at a time.

    To save a draft, Wagtail makes the fields of all blocks optional until it is done (see
    ``Block.clean_deferred``), and all threads share these blocks: what another one publishes
    meanwhile would be let through with its gaps.
    """

    def clean_deferred(self, value):
        with validation:
            return super().clean_deferred(value)

    def clean(self, value):
        with validation:
            return super().clean(value)


# Groups of the block chooser, in the words of editors; sections put their blocks into them too.

TEXT = _("Text")
MEDIA = _("Image and video")
NETWORK = _("Network")
CALENDAR = _("Calendar")
ACTIONS = _("Actions")
LAYOUT = _("Layout")

#: In which the block chooser shows them.
ORDER = (TEXT, MEDIA, NETWORK, CALENDAR, ACTIONS, LAYOUT)


# Images and documents for previews of blocks, so that editors see them as they will look.


def sample_image():
    """Return an image of the library with its alt text, or ``None`` in an empty library."""
    image = get_image_model().objects.order_by("pk").first()
    if image:
        image.contextual_alt_text, image.decorative = image.default_alt_text, False
    return image


def sample_document(filename, **fields):
    """Return a document that is not in the library."""
    fields = {"title": "Programm des Abends", "file_size": 1_340_000, **fields}
    return get_document_model()(pk=0, collection_id=1, file=f"documents/{filename}", **fields)
