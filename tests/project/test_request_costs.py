"""What requests cost, in numbers that do not depend on the machine: request_costs.json.

The pages are those of the benchmarks, which measure time. After a change that was meant, renew
the file and read its difference:

    WRITE_COSTS=1 python -m pytest -n0 tests/project/test_request_costs.py
"""

import gc
import json
import os
import random
import re
import sys
import uuid
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.core.cache.backends.filebased import FileBasedCache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Site

from benchmarks.pages import build_site

FILE = Path(__file__).parent / "request_costs.json"
#: Calls of Python functions depend on both; they may be 5 % more than on file.
COUNTED_WITH = f"{connection.vendor}, Python {sys.version_info[0]}.{sys.version_info[1]}"
REQUESTS = {
    "resolve": "/api/v3/resolve/?path=/de/kalender/vortrag/",
    "v2 detail": "/api/v2/pages/{event}/",
    "v3 detail": "/api/v3/pages/{event}/",
    "v2 list": "/api/v2/pages/?type=calendar_pages.EventPage&fields=*",
    "events": "/api/v3/events/",
    "partners": "/api/v3/partners/",
    "site": "/api/v3/site/",
    "html": "/de/kalender/vortrag/",
}


@contextmanager
def counting_calls():
    """Count the calls of Python functions within; the result is a list of one number."""
    calls = [0]

    def note(frame, event, argument):
        calls[0] += event == "call"

    gc.disable()
    sys.setprofile(note)
    try:
        yield calls
    finally:
        sys.setprofile(None)
        gc.enable()


def measure(client, store, path, prepare):
    """Return what a request costs after ``prepare``."""
    prepare()
    store.commands.clear()
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(path)
    assert answer.status_code == 200
    counted = {"queries": len(queries), "cache_commands": len(store.commands)}
    prepare()
    with counting_calls() as calls:
        client.get(path)
    return {**counted, "python_calls": calls[0], "bytes": size_of(answer.content)}


def size_of(body):
    """Return the bytes of a body without its numbers and the random part of names of files.

    Both grow with the tests that ran before in the same database and folder.
    """
    return len(re.sub(rb"[0-9]+|_[A-Za-z0-9]{7}(?=[.])", b"", body))


def measure_states(client, store, path):
    for _ in range(2):  # renditions, caches of the process
        client.get(path)
    return {
        "cold": measure(client, store, path, lambda: empty(store)),
        "warm": measure(client, store, path, lambda: None),
    }


def empty(store):
    """Empty the store; one in Redis is left for another, because all caches are in one database."""
    if isinstance(store, FileBasedCache):
        store.clear()
    else:
        store.key_prefix = uuid.uuid4().hex


@pytest.fixture
def event(without_site, db):
    event, _page = build_site(random.Random(7))  # noqa: S311 - the same in every run
    Site.objects.update(hostname="localhost")
    Site.clear_site_root_paths_cache()
    return event


def figures(requests, *names):
    """Return the figures of these names, by request and state."""
    return {
        (request, state): tuple(cost[name] for name in names)
        for request, states in requests.items()
        for state, cost in states.items()
    }


def test_requests_cost_what_is_on_file(client, event, answer_store):
    found = {
        name: measure_states(client, answer_store, path.format(event=event.pk))
        for name, path in REQUESTS.items()
    }
    if os.environ.get("WRITE_COSTS"):
        text = json.dumps({"calls counted with": COUNTED_WITH, "requests": found}, indent=1)
        FILE.write_text(text + "\n", encoding="utf-8")
    costs = json.loads(FILE.read_text(encoding="utf-8"))
    known = costs["requests"]

    exact = ("queries", "cache_commands", "bytes")
    assert figures(found, *exact) == figures(known, *exact)
    if costs["calls counted with"] == COUNTED_WITH:
        [calls, most] = [figures(requests, "python_calls") for requests in (found, known)]
        assert {key: more for key, more in calls.items() if more[0] > most[key][0] * 1.05} == {}


def test_answers_that_are_kept_ask_for_nothing():
    """What is on file keeps the promise that a hit needs no query and one command."""
    requests = json.loads(FILE.read_text(encoding="utf-8"))["requests"]

    assert {states["warm"]["queries"] for states in requests.values()} == {0}
    assert {states["warm"]["cache_commands"] for states in requests.values()} == {1}
