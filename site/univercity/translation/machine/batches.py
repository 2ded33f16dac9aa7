"""Texts in portions that a service takes in one request."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import TypeVar

from univercity.translation.machine.providers import Limits

T = TypeVar("T")


def batches(items: Iterable[tuple[str, T]], limits: Limits) -> Iterator[list[tuple[str, T]]]:
    """Yield texts, each with whatever belongs to it, in their order.

    A text that is larger than a request may be is in none.
    """
    batch: list[tuple[str, T]] = []
    size = 0
    for text, item in items:
        bytes_ = len(json.dumps(text))
        if bytes_ > limits.size:
            continue
        if batch and (len(batch) == limits.texts or size + bytes_ > limits.size):
            yield batch
            batch, size = [], 0
        batch.append((text, item))
        size += bytes_
    if batch:
        yield batch
