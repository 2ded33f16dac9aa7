"""Runs of the load maker against servers, in turns, with the CPU time that they took."""

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from benchmarks.cpu import milliseconds_of, milliseconds_of_machine, postgres_backends
from benchmarks.servers import ROOT, Server
from benchmarks.targets import Page, Target

#: The share of the machine that others may take in a run that counts as clean.
FOREIGN = 0.08
AT_ONCE = 8


@dataclass
class Case:
    """A target at a server, with the runs so far."""

    target: Target
    server: Server
    paths: list[str]
    runs: list[dict[str, Any]]
    bytes: int = 0

    @classmethod
    def prepare(cls, target: Target, server: Server, pages: list[Page]) -> "Case":
        """Ask for everything twice, so that renditions, caches and both workers are warm."""
        case = cls(target, server, target.paths(pages), [])
        for path in [*case.paths, *case.paths]:
            case.bytes = len(answer_of(server, path))
        return case


def answer_of(server: Server, path: str) -> bytes:
    status, headers, body = server.get(path)
    if status == 302:
        target = urlsplit(headers["Location"])
        status, _headers, body = server.get(f"{target.path}?{target.query}")
    if status != 200:
        raise RuntimeError(f"{server.variant.name} answers {status} to {path}")
    return body


def measure(
    cases: Iterable[Case], rounds: int, attempts: int, seconds: float, redis_pid: int | None
) -> None:
    """Let the cases take turns; repeat runs that others have disturbed, up to ``attempts``."""
    cases = list(cases)
    for number in range(rounds):
        for case in cases:
            tried = [run(case, seconds, redis_pid)]
            while len(tried) < attempts and not is_clean(tried[-1]):
                tried.append(run(case, seconds, redis_pid))
            case.runs.append(min(tried, key=lambda each: each["foreign"]))
            say(f"{number + 1}/{rounds} {case.target.name}", case.runs[-1])


def say(what: str, result: dict[str, Any]) -> None:
    figures = f"{result['cpu_ms']:8.2f} ms {result['foreign']:4.0%} others"
    print(f"{what:40} {figures}", file=sys.stderr)


def is_clean(result: dict[str, Any]) -> bool:
    return bool(result["foreign"] <= FOREIGN)


def run(case: Case, seconds: float, redis_pid: int | None) -> dict[str, Any]:
    """Make load for some seconds and return what it cost."""
    database = urlsplit(case.server.data.database).path.strip("/")
    groups = {
        "app": case.server.pids(),
        "postgres": postgres_backends(database),
        "redis": [redis_pid] if redis_pid else [],
    }
    before = {name: milliseconds_of(pids) for name, pids in groups.items()}
    machine, start = milliseconds_of_machine(), time.monotonic()
    command = [sys.executable, "-m", "benchmarks.load", str(case.server.port)]
    made = subprocess.run(  # noqa: S603 - our own command
        [*command, "--seconds", str(seconds), "--at-once", str(AT_ONCE)],
        cwd=ROOT,
        input=json.dumps(case.paths),
        capture_output=True,
        text=True,
        check=True,
    )
    load = json.loads(made.stdout)
    elapsed, machine = time.monotonic() - start, milliseconds_of_machine() - machine
    used = {name: milliseconds_of(pids) - before[name] for name, pids in groups.items()}
    foreign = machine - sum(used.values()) - load["own_cpu_ms"]
    if load["failures"]:
        raise RuntimeError(
            f"{case.target.name}: {len(load['failures'])} failed {load['failures'][:3]}"
        )
    return {
        **{f"{name}_ms": value / load["requests"] for name, value in used.items()},
        "cpu_ms": sum(used.values()) / load["requests"],
        "per_second": load["requests"] / load["seconds"],
        "median_ms": load["median_ms"],
        "p99_ms": load["p99_ms"],
        "foreign": max(0.0, foreign / (elapsed * 1000 * (os.cpu_count() or 1))),
    }


def summary(case: Case) -> dict[str, Any]:
    """Return medians, extremes and all runs of a case."""
    return {
        "target": case.target.name,
        "variant": case.target.variant,
        "data": case.server.data.name,
        "bytes": case.bytes,
        "dirty": sum(not is_clean(each) for each in case.runs),
        "runs": case.runs,
        **{name: spread(case.runs, name) for name in case.runs[0]},
    }


def spread(runs: list[dict[str, Any]], name: str) -> dict[str, float]:
    values = [each[name] for each in runs]
    return {"median": statistics.median(values), "min": min(values), "max": max(values)}
