"""The stream that all our blocks stand in."""

from threading import RLock

from wagtail import blocks

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
