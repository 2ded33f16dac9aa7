"""What this process has made or read last of the store: answers, and versions of their keys.

Neither needs fetching again as long as the generation of the store is the same.
"""

from collections import OrderedDict
from threading import Lock

from univercity.http_cache.answer import Answer

MOST_BYTES = 16 * 1024 * 1024
#: What an answer takes beside its body, about: headers and surrogate keys.
AROUND = 4096


class RecentAnswers:
    """Keeps answers by their place in the store, and gives up those not read for longest.

    Whether one is still fresh, only the store knows.
    """

    def __init__(self, most_bytes: int = MOST_BYTES):
        self._most_bytes = most_bytes
        self._bytes = 0
        self._answers: OrderedDict[str, Answer] = OrderedDict()
        self._lock = Lock()

    def get(self, place: str) -> Answer | None:
        with self._lock:
            answer = self._answers.get(place)
            if answer:
                self._answers.move_to_end(place)
            return answer

    def keep(self, place: str, answer: Answer) -> None:
        with self._lock:
            self._forget(place)
            self._answers[place] = answer
            self._bytes += size_of(answer)
            while self._bytes > self._most_bytes:
                self._forget(next(iter(self._answers)))

    def _forget(self, place: str) -> None:
        answer = self._answers.pop(place, None)
        if answer:
            self._bytes -= size_of(answer)


def size_of(answer: Answer) -> int:
    return len(answer.body) + AROUND


class RecentVersions:
    """Versions of surrogate keys, which are the same as long as the generation of the store is."""

    def __init__(self) -> None:
        self._known: tuple[str, dict[str, str]] = "", {}

    def of(self, generation: str) -> dict[str, str]:
        """Return those known by key, to which more can be added; none if the generation is new."""
        known_generation, versions = self._known
        if known_generation != generation:
            versions = {}
            self._known = generation, versions
        return versions
