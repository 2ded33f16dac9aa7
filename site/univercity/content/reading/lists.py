"""Lists that pages show and whose members the database chooses, such as the next events."""

from abc import ABC, abstractmethod
from typing import Any

from univercity.content.reading.statements import Part


class ShownList(ABC):
    """Says what is in a list; subclasses are frozen dataclasses, and equal ones are read once."""

    @abstractmethod
    def part(self) -> Part:
        """Return what selects the members."""

    @abstractmethod
    def arrange(self, found: list[Any]) -> list[Any]:
        """Return the members in their order."""
