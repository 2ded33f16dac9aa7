"""A stream is validated as it should be, whatever other threads do with the same blocks."""

from concurrent.futures import ThreadPoolExecutor, wait
from threading import Event

import pytest
from django.apps import apps
from wagtail import blocks
from wagtail.blocks.stream_block import StreamBlockValidationError
from wagtail.fields import StreamField

from univercity.content.blocks.base import StreamBlock


class SlowBlock(blocks.CharBlock):
    """Begins to validate when asked, and ends when told."""

    def __init__(self):
        super().__init__()
        self.has_begun, self.may_end = Event(), Event()

    def clean(self, value):
        self.has_begun.set()
        assert self.may_end.wait(10)
        return super().clean(value)


def test_what_is_published_while_another_draft_is_saved_has_no_gaps():
    slow, quick = SlowBlock(), blocks.CharBlock()
    stream = StreamBlock([("slow", slow), ("quick", quick)])
    draft, page = (stream.to_python([{"type": kind, "value": ""}]) for kind in ("slow", "quick"))

    with ThreadPoolExecutor() as threads:
        saving = threads.submit(stream.clean_deferred, draft)
        slow.has_begun.wait(10)
        publishing = threads.submit(stream.clean, page)
        wait([publishing], timeout=0.2)  # it would be through by now
        slow.may_end.set()

        assert len(saving.result()) == 1
        with pytest.raises(StreamBlockValidationError):
            publishing.result()


def test_streams_of_all_models_are_validated_like_that():
    fields = [field for model in apps.get_models() for field in model._meta.get_fields()]
    streams = [field.stream_block for field in fields if isinstance(field, StreamField)]

    assert streams
    assert all(isinstance(stream, StreamBlock) for stream in streams)
