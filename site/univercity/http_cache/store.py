"""The shared store of answers, in Django's cache ``answers``.

Each answer carries the *generation* of the whole store and the *version* of each surrogate key that
it depends on; all are random tokens. A change of content gives its keys and the store new tokens.
An answer of the present generation is fresh, which takes one command to see. One of an earlier
generation is fresh if none of its keys has changed since. Answers and versions that a process has
made or read before, it need not fetch again as long as the generation is the same.

Every function raises whatever the backend raises while the cache is away.
"""

import hashlib
import secrets
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib import import_module
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core.cache import BaseCache, caches

from univercity.http_cache.addresses import Address
from univercity.http_cache.answer import Answer
from univercity.http_cache.recent import RecentAnswers, RecentVersions

GENERATION = "generation"
#: Answers to requests with parameters: how many new ones a minute, for each process.
NEW_QUERIES_A_MINUTE = 600
#: How many this process has kept, by minute; of the present one only.
new_queries: dict[int, int] = {}
recent = RecentAnswers()
recent_versions = RecentVersions()


@dataclass(frozen=True)
class Reading:
    """What the store said before an answer was made."""

    answer: Answer | None  #: fresh
    generation: str


def read(address: Address) -> Reading:
    """Look for a fresh answer: one command, and up to four in the first reading after a change."""
    place = place_of(address)
    known = recent.get(place)
    if known and not is_over(known) and known.generation == answers().get(GENERATION):
        return Reading(known, known.generation)
    return fetch(place)


def fetch(place: str) -> Reading:
    """Look for a fresh answer in the store itself."""
    found = answers().get_many([GENERATION, place])
    generation = found.get(GENERATION) or begin()
    answer: Answer | None = found.get(place)
    if answer is None or is_over(answer):
        return Reading(None, generation)
    if answer.generation == generation:
        recent.keep(place, answer)
        return Reading(answer, generation)
    return confirm(place, answer, generation)


def confirm(place: str, answer: Answer, generation: str) -> Reading:
    """Find out whether the keys of an answer of an earlier generation are still the same.

    The generation is read first: if a change happens meanwhile, the next reading looks again.
    """
    found = answers().get_many([GENERATION, *map(version_of, answer.versions)])
    if GENERATION not in found or any(
        found.get(version_of(key)) != version for key, version in answer.versions.items()
    ):
        return Reading(None, generation)
    answer = replace(answer, generation=found[GENERATION])
    keep(place, answer)
    return Reading(answer, answer.generation)


def is_over(answer: Answer) -> bool:
    """Whether nobody knows any more if the answer is right, whatever its versions say."""
    now = time.time()
    return now >= answer.expires_at or now >= answer.built_at + settings.ANSWER_CACHE_SECONDS


def begin() -> str:
    """Start a generation in an empty cache, unless somebody else does."""
    answers().add(GENERATION, new_token(), timeout=None)
    return answers().get(GENERATION) or new_token()


def write(address: Address, answer: Answer, keys: Iterable[str], reading: Reading) -> None:
    """Keep an answer that was made after ``reading``, unless something has changed meanwhile."""
    if address.has_query and not may_write_query():
        return
    versions = versions_in(reading.generation, set(keys))
    if versions is not None:
        place = place_of(address)
        keep(place, replace(answer, generation=reading.generation, versions=versions))


def may_write_query() -> bool:
    """Whether one more answer to a request with parameters may be kept in this minute.

    Their number is endless (``offset=1``, ``offset=2`` …) and must not push out everything else.
    """
    minute = this_minute()
    if minute not in new_queries:
        new_queries.clear()
    new_queries[minute] = new_queries.get(minute, 0) + 1
    return new_queries[minute] <= NEW_QUERIES_A_MINUTE


def this_minute() -> int:
    return int(time.time() // 60)


def versions_in(generation: str, keys: set[str]) -> dict[str, str] | None:
    """Return the version of each key, or ``None`` if the generation is another by now.

    The generation is read last, and a change sets it first: versions read before an unchanged
    generation are those from before the answer was made.
    """
    versions = recent_versions.of(generation)
    names = {key: version_of(key) for key in keys - versions.keys()}
    wanted = [*names.values(), GENERATION]
    found = answers().get_many(wanted)
    missing = {name: new_token() for name in wanted if name not in found}
    if missing:
        answers().set_many(missing, timeout=None)
        found = answers().get_many(wanted)
    if found.get(GENERATION) != generation or len(found) < len(wanted):
        return None
    versions.update((key, found[name]) for key, name in names.items())
    return {key: versions[key] for key in keys}


def keep(place: str, answer: Answer) -> None:
    left = answer.built_at + settings.ANSWER_CACHE_SECONDS - time.time()
    answers().set(place, answer, timeout=max(1, int(left)))
    recent.keep(place, answer)


def drop(keys: Iterable[str]) -> None:
    """Make every answer that depends on one of ``keys`` stale, in all processes, at once."""
    answers().set(GENERATION, new_token(), timeout=None)  # answers in the making see it
    versions = {version_of(key): new_token() for key in keys}
    answers().set_many({**versions, GENERATION: new_token()}, timeout=None)


# Single flight: of many who miss the same answer one makes it, the others wait for it.

#: How long others wait for an answer, and how long a maker who died keeps them, in seconds.
LONGEST = 10
POLL_INTERVAL = 0.02


def take_off(address: Address) -> bool:
    """Return whether this client makes the answer; if not, somebody else is at it."""
    return answers().add(lock_of(address), 1, timeout=LONGEST)


def land(address: Address) -> None:
    answers().delete(lock_of(address))


def wait(address: Address) -> Reading:
    """Return the answer that somebody else makes, or a miss if that takes too long or fails."""
    deadline = time.monotonic() + LONGEST
    while True:
        time.sleep(POLL_INTERVAL)
        in_flight = answers().get(lock_of(address)) is not None
        reading = read(address)
        if reading.answer or not in_flight or time.monotonic() > deadline:
            return reading


def lock_of(address: Address) -> str:
    return f"lock:{address.key}"


# Keys of the store.

#: What answers are made from, catalogues included.
SUFFIXES = {".css", ".html", ".js", ".mo", ".py", ".svg", ".txt", ".woff2"}


def answers() -> BaseCache:
    return caches["answers"]


def new_token() -> str:
    return secrets.token_hex(8)


def version_of(key: str) -> str:
    return f"version:{key}"


def place_of(address: Address) -> str:
    """Return the key of an answer made by the code that runs: another release makes others."""
    return f"answer:{fingerprint()}:{address.key}"


@cache
def fingerprint() -> str:
    """Return a digest of our files and of the address in our answers.

    It is the same in every process of a release, on every machine, and another one after a
    deployment: while processes of the last release are still running, they must not hand on their
    answers.
    """
    digest = hashlib.blake2b(settings.WAGTAILAPI_BASE_URL.encode(), digest_size=6)
    for path in sorted(set(own_files()), key=lambda path: (path.name, path)):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def own_files() -> Iterator[Path]:
    folders = [Path(app.path) for app in apps.get_app_configs() if app.name in settings.OWN_APPS]
    folders.append(Path(str(import_module(settings.ROOT_URLCONF).__file__)).parent)
    for engine in settings.TEMPLATES:
        folders += map(Path, engine["DIRS"])
    for folder in folders:
        yield from (path for path in folder.rglob("*") if path.suffix in SUFFIXES)
