"""Writes benchmarks/RESULTS.md from benchmarks/results/*.json.

python -m benchmarks.report
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.goals import Verdict, verdicts

HERE = Path(__file__).parent
RESULTS, FOLDER = HERE / "RESULTS.md", HERE / "results"
INTRODUCTION = """\
# Results

Written by `python -m benchmarks.api`; how it measures stands in [README.md](README.md). CPU is the
median of the runs, in milliseconds per request of app server, PostgreSQL and Redis together, with
the least and the most in brackets. Ratios are taken within one part, whose requests took turns.
"""
GOALS_HEAD = """\
| goal (against stock) | must | reached | verdict | against the same fields |
|---|---|---|---|---|"""
CASES_HEAD = """\
| request | data | bytes | CPU ms | app + PostgreSQL + Redis | req/s | p50 / p99 ms | others' CPU |
|---|---|---:|---:|---:|---:|---:|---:|"""
NAMES = {"day": "measured on", "postgresql": "PostgreSQL", "redis": "Redis", "python": "Python"}


def keep(part: str, result: dict[str, Any]) -> None:
    """Write the raw result of a part."""
    FOLDER.mkdir(exist_ok=True)
    text = json.dumps(result, indent=1, ensure_ascii=False) + "\n"
    (FOLDER / f"{part}.json").write_text(text, encoding="utf-8")


def write() -> None:
    """Write the report from all parts that were measured, each as it was last."""
    files = sorted(FOLDER.glob("*.json"))
    parts = {file.stem: json.loads(file.read_text(encoding="utf-8")) for file in files}
    sections = [section(part, result) for part, result in parts.items()]
    RESULTS.write_text("\n".join([INTRODUCTION, *sections]), encoding="utf-8")


def section(part: str, result: dict[str, Any]) -> str:
    about, cases = result["about"], result["cases"]
    lines = [
        f"## {part}",
        "",
        ", ".join(f"{NAMES.get(name, name)} {value}" for name, value in about.items()) + ".",
        "",
        GOALS_HEAD,
        *map(goal_line, verdicts(part, cases)),
        "",
        CASES_HEAD,
        *case_lines(cases),
        "",
    ]
    return "\n".join(lines)


def goal_line(verdict: Verdict) -> str:
    word = "reached" if verdict.is_reached else "**not reached**"
    word = "–" if verdict.must == "–" else word
    beside = "" if verdict.beside is None else as_ratio(verdict.beside, verdict.must)
    cells = [verdict.text, verdict.must, as_ratio(verdict.reached, verdict.must), word, beside]
    return f"| {' | '.join(cells)} |"


def as_ratio(value: float, must: str) -> str:
    """Return a value in the form that the goal has."""
    return f"1/{1 / value:.0f}" if "1/" in must else f"{value:.2f}"


def case_lines(cases: list[dict[str, Any]]) -> Iterator[str]:
    for case in cases:
        cpu = case["cpu_ms"]
        parts = " + ".join(
            f"{case[f'{name}_ms']['median']:.2f}" for name in ("app", "postgres", "redis")
        )
        dirty = f" ({case['dirty']} dirty)" if case["dirty"] else ""
        cells = [
            case["target"],
            case["data"].removeprefix("univercity_bench_"),
            str(case["bytes"]),
            f"{cpu['median']:.2f} [{cpu['min']:.2f}–{cpu['max']:.2f}]",
            parts,
            f"{case['per_second']['median']:.0f}",
            f"{case['median_ms']['median']:.1f} / {case['p99_ms']['median']:.1f}",
            f"{case['foreign']['max']:.0%}{dirty}",
        ]
        yield f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    write()
