"""Write the search index and Wagtail's index of references once for what is saved repeatedly.

Replaces ``modelsearch.signal_handlers.post_save_signal_handler`` and
``wagtail.signal_handlers.update_reference_index_on_save``. Both follow every save at once.
wagtail-localize and Wagtail save a page three or four times while they make a translation of it,
and only the last time counts. Upstream there is no setting or context manager that postpones them
(``disable_reference_index_auto_update`` leaves the index as it was).

Tests: ``test_references_are_indexed_once_at_the_end_of_the_block`` and
``test_search_is_indexed_once_at_the_end_of_the_block``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import partial, wraps
from typing import Any

import modelsearch.signal_handlers as search
import wagtail.signal_handlers as references

Receiver = Callable[..., None]

#: What is left to do at the end of the block, by receiver and object; ``None`` outside of one.
_postponed: ContextVar[dict[Any, partial[None]] | None] = ContextVar("indexing", default=None)


@contextmanager
def indexed_once() -> Iterator[None]:
    """Index what is saved within the block at its end, once, before its transaction ends.

    Use it inside ``transaction.atomic()`` for objects that are not deleted in the block. An
    exception leaves the indices as they are, as it does the objects.
    """
    if _postponed.get() is not None:  # the outer block does it
        yield
        return
    postponed: dict[Any, partial[None]] = {}
    token = _postponed.set(postponed)
    try:
        yield
    finally:
        _postponed.reset(token)
    for index in postponed.values():
        index()


def at_the_end(receiver: Receiver) -> Receiver:
    """Return a receiver of ``post_save`` that leaves its work to the end of the block."""

    @wraps(receiver)
    def postpone(instance: Any, **kwargs: Any) -> None:
        postponed = _postponed.get()
        if postponed is None:
            receiver(instance=instance, **kwargs)
        else:
            key = (receiver, type(instance), instance.pk)
            postponed[key] = partial(receiver, instance=instance, **kwargs)

    return postpone


def connect() -> None:
    """Replace both receivers; call once, before Wagtail and modelsearch connect them."""
    search.post_save_signal_handler = at_the_end(search.post_save_signal_handler)
    references.update_reference_index_on_save = at_the_end(
        references.update_reference_index_on_save
    )
