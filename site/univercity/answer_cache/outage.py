"""A cache that is away costs speed, nothing else."""

import logging
import time
from collections.abc import Callable
from typing import ParamSpec, TypeVar

logger = logging.getLogger(__name__)

#: How long a process leaves the cache alone after a failure, in seconds: each try may take one.
REST = 5

Given = ParamSpec("Given")
Result = TypeVar("Result")


class Breaker:
    """Calls the cache unless it has failed lately."""

    def __init__(self) -> None:
        self.rests_until = 0.0

    def call(
        self, function: Callable[Given, Result], *args: Given.args, **kwargs: Given.kwargs
    ) -> Result | None:
        """Return what ``function`` returns, or ``None`` where the cache is away."""
        if time.monotonic() < self.rests_until:
            return None
        try:
            return function(*args, **kwargs)
        except Exception:  # noqa: BLE001 - each backend has failures of its own
            logger.exception("The cache of answers is away; going on without it")
            self.rests_until = time.monotonic() + REST
            return None
