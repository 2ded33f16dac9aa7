"""The struct that all our blocks are."""

from wagtail import blocks

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
