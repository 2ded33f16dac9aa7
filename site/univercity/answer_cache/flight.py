"""Single flight: of many who miss the same answer one makes it, the others wait for it."""

import time

from univercity.answer_cache import store
from univercity.answer_cache.addresses import Address
from univercity.answer_cache.store import Reading

#: How long others wait for an answer, and how long a maker who died keeps them, in seconds.
LONGEST = 10
POLL_INTERVAL = 0.02


def take_off(address: Address) -> bool:
    """Return whether this client makes the answer; if not, somebody else is at it."""
    return store.answers().add(lock_of(address), 1, timeout=LONGEST)


def land(address: Address) -> None:
    store.answers().delete(lock_of(address))


def wait(address: Address) -> Reading:
    """Return the answer that somebody else makes, or a miss if that takes too long or fails."""
    deadline = time.monotonic() + LONGEST
    while True:
        time.sleep(POLL_INTERVAL)
        in_flight = store.answers().get(lock_of(address)) is not None
        reading = store.read(address)
        if reading.answer or not in_flight or time.monotonic() > deadline:
            return reading


def lock_of(address: Address) -> str:
    return f"lock:{address.key}"
