"""What came of a pre-translation, as numbers and as a message."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from univercity.translation.machine.providers import Failure


@dataclass
class Result:
    """Numbers of texts; a task keeps it as JSON."""

    from_memory: int = 0  #: filled, from the memory or the former translation
    by_machine: int = 0  #: filled by the service, or copied as they need no words
    left: int = 0  #: still open, of those that may be translated so
    damaged: int = 0  #: of those left: the answer had lost links, formatting or names
    too_long: int = 0  #: of those left: the answer does not fit its field
    provider: str = ""  #: name of the service; empty where none is configured
    failure: str = ""  #: a ``Failure``; empty if there was none

    @property
    def is_complete(self) -> bool:
        return not self.left

    @property
    def message(self) -> str:
        """What people read about it, in the active language."""
        return " ".join(self.sentences())

    def sentences(self) -> Iterator[str]:
        if self.failure:
            yield str(Failure(self.failure).label)
        if self.from_memory:
            text = ngettext(
                "%(number)d text filled from the translation memory.",
                "%(number)d texts filled from the translation memory.",
                self.from_memory,
            )
            yield text % {"number": self.from_memory}
        if self.by_machine:
            text = ngettext(
                "%(number)d text translated by %(service)s.",
                "%(number)d texts translated by %(service)s.",
                self.by_machine,
            )
            yield text % {"number": self.by_machine, "service": self.provider}
        if self.from_memory or self.by_machine:
            yield _("What was filled is to be reviewed.")
        elif not self.left:
            yield _("There is nothing left to translate here.")
        yield from self.what_is_left()

    def what_is_left(self) -> Iterator[str]:
        if self.damaged:
            text = ngettext(
                "%(number)d text came back with links, formatting or names lost, and stays open.",
                "%(number)d texts came back with links, formatting or names lost, and stay open.",
                self.damaged,
            )
            yield text % {"number": self.damaged}
        if self.too_long:
            text = ngettext(
                "%(number)d text came back longer than its field, and stays open.",
                "%(number)d texts came back longer than their fields, and stay open.",
                self.too_long,
            )
            yield text % {"number": self.too_long}
        others = self.left - self.damaged - self.too_long
        if others > 0:
            text = ngettext(
                "%(number)d text is still open.", "%(number)d texts are still open.", others
            )
            yield text % {"number": others}
        if others > 0 and not self.provider:
            yield _("No translation service is configured, so only the memory was asked.")

    def as_json(self) -> dict[str, Any]:
        return asdict(self)
