"""What is to be reached, and what was: ratios of CPU time within one run.

A ratio is taken within each round and the median of them counts, since the speed of a machine that
others use, too, changes from round to round.
"""

import math
import statistics
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from operator import truediv
from typing import Any

Case = dict[str, Any]
#: CPU time of a case in each round, in milliseconds per request.
Times = list[float]

#: CPU time of pages of bakerydemo in milliseconds, measured on another machine with PostgreSQL.
BAKERYDEMO = (31, 65)
#: That of a view there that does nothing.
BAKERYDEMO_TRIVIAL = {"gunicorn": 0.44, "granian": 0.25}
#: The peers: Wagtail as it comes, and its endpoints answering the fields that ours do.
STOCK, SAME_FIELDS = "stock", "same fields:"


@dataclass(frozen=True)
class Goal:
    """The CPU time of ``target`` in parts of that of ``peer``, which both kinds of peers have."""

    text: str
    target: str
    peer: str
    most: float
    servers: tuple[str, ...] = ("gunicorn", "granian")


@dataclass(frozen=True)
class Verdict:
    """One line of the table of goals; numbers are ratios but where the text says otherwise."""

    text: str
    must: str
    reached: float
    is_reached: bool
    beside: float | None = None  #: against the peer with the same fields


GOALS = [
    Goal("resolve cold / find + detail", "resolve, cold", "v2 find + detail", 0.2),
    Goal("resolve warm / detail", "resolve, warm", "v2 detail", 1 / 35, ("gunicorn",)),
    Goal("resolve warm / detail", "resolve, warm", "v2 detail", 1 / 70, ("granian",)),
    Goal("20 full items, warm", "v2 list of 20 full, warm", "v2 list of 20 full", 1 / 50),
    Goal("20 full items, cold", "v2 list of 20 full, cold", "v2 list of 20 full", 1 / 3),
    Goal("20 events, warm / full items", "v3 events, 20, warm", "v2 list of 20 full", 1 / 50),
    Goal("20 events, cold / full items", "v3 events, 20, cold", "v2 list of 20 full", 1 / 3),
]
TRIVIAL_SHARE = 0.8
HTML_SHARE = 0.5
#: How much more a hit may cost for HTML than for the API, to count as the same path.
SAME_PATH = 1.25
MOST_FOR_RESTRICTIONS = 1.2
MOST_EXPONENT = 0.05


def verdicts(part: str, cases: list[Case]) -> Iterator[Verdict]:
    if part == "growth":
        yield from verdicts_on_growth(cases)
        return
    server = part.rpartition("-")[2]
    times = {case["target"]: times_of(case) for case in cases}
    for goal in GOALS:
        if server in goal.servers:
            yield judge(goal, times)
    share = ratio(times["stock trivial view"], times["resolve, warm"])
    text = "resolve warm: requests in the CPU time of the trivial view"
    yield Verdict(text, f"≥ {TRIVIAL_SHARE}", share, share >= TRIVIAL_SHARE)
    html = ratio(times["HTML, cold"], times["same fields: HTML"])
    yield Verdict("HTML cold / stock Wagtail with our templates", "–", html, True)
    for milliseconds in BAKERYDEMO:
        there = milliseconds / BAKERYDEMO_TRIVIAL[server]
        here = ratio(times["HTML, cold"], times["stock trivial view"])
        text = (
            f"HTML cold / bakerydemo's {milliseconds} ms (measured elsewhere), "
            f"each in the trivial view of its machine: {here:.0f} / {there:.0f}"
        )
        yield Verdict(text, f"≤ {HTML_SHARE}", here / there, here / there <= HTML_SHARE)
    same = ratio(times["HTML, warm"], times["resolve, warm"])
    yield Verdict("HTML warm / resolve warm", f"≤ {SAME_PATH}", same, same <= SAME_PATH)


def times_of(case: Case) -> Times:
    return [run["cpu_ms"] for run in case["runs"]]


def ratio(times: Times, others: Times) -> float:
    return statistics.median(map(truediv, times, others))


def judge(goal: Goal, times: dict[str, Times]) -> Verdict:
    reached = ratio(times[goal.target], times[f"{STOCK} {goal.peer}"])
    beside = ratio(times[goal.target], times[f"{SAME_FIELDS} {goal.peer}"])
    must = f"≤ {goal.most:.2g}" if goal.most >= 0.1 else f"≤ 1/{1 / goal.most:.0f}"
    return Verdict(goal.text, must, reached, reached <= goal.most, beside)


def verdicts_on_growth(cases: list[Case]) -> Iterator[Verdict]:
    """Judge how the CPU time follows the number of pages, and that of restrictions."""
    by_target: dict[str, dict[tuple[int, int], Times]] = {}
    for case in cases:
        _, _, pages, closed = case["data"].split("_")
        by_target.setdefault(case["target"], {})[int(pages), int(closed)] = times_of(case)
    for target, times in by_target.items():
        few = min(closed for _pages, closed in times)
        sizes = {pages: time for (pages, closed), time in times.items() if closed == few}
        if len(sizes) > 1:
            rounds = zip(*sizes.values(), strict=True)
            slope = statistics.median(exponent(sizes, each) for each in rounds)
            text = f"{target}: exponent of CPU time in pages, {min(sizes)} to {max(sizes)}"
            yield Verdict(text, f"≤ {MOST_EXPONENT}", slope, slope <= MOST_EXPONENT)
        for (pages, closed), time in times.items():
            if closed != few:
                more = ratio(time, times[pages, few])
                must = f"≤ {MOST_FOR_RESTRICTIONS}"
                text = f"{target}: {closed} restricted subtrees / {few}"
                is_ours = not target.startswith(STOCK)
                met = more <= MOST_FOR_RESTRICTIONS
                yield Verdict(text, must if is_ours else "–", more, met or not is_ours)


def exponent(sizes: Iterable[int], times: Iterable[float]) -> float:
    """Return the slope of log(time) over log(size), by least squares."""
    points = [(math.log(size), math.log(time)) for size, time in zip(sizes, times, strict=True)]
    mean_x = sum(x for x, _ in points) / len(points)
    mean_y = sum(y for _, y in points) / len(points)
    above = sum((x - mean_x) * (y - mean_y) for x, y in points)
    return above / sum((x - mean_x) ** 2 for x, _ in points)
