"""Translating many pages, here and with wagtail-localize as it comes: queries and time.

    python -m benchmarks.translation [--pages 200]

Each side runs in a process and a database of its own, which is thrown away at the end. Writes
benchmarks/TRANSLATION.md.
"""

import argparse
import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
REPORT = ROOT / "benchmarks" / "TRANSLATION.md"
#: Whose code is measured, by the settings it runs with.
SIDES = {"ours": "tests.settings", "stock": "tests.stock_localize_settings"}
STEPS = {
    "request": "the request that submits all pages",
    "submit": "submitting a page, in the worker",
    "pretranslate": "pre-translating a page (dummy service)",
    "publish": "publishing a translation",
    "worker": "submit, pre-translate and publish a page",
    "editor": "opening the translation editor of the richest page",
    "report": "a page of the report, with all that stands around it",
}
#: Most queries: absolute, or as a share of stock's.
GOALS = {"worker": ("share", 0.5), "editor": ("queries", 40)}


def measure(side: str, pages: int) -> dict[str, dict[str, float]]:
    """Return queries and seconds of each step on one side."""
    command = [sys.executable, "-m", "benchmarks.translation_side", side, str(pages)]
    paths = os.pathsep.join([str(ROOT), str(ROOT / "site")])
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": SIDES[side], "PYTHONPATH": paths}
    done = subprocess.run(  # noqa: S603 - our own command
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, check=True
    )
    return json.loads(done.stdout.splitlines()[-1])


def row(step: str, ours: dict[str, float], stock: dict[str, float]) -> str:
    share = ours["queries"] / stock["queries"]
    cells = [
        STEPS[step],
        *(f"{side['queries']:.0f}" for side in (ours, stock)),
        f"{share:.2f}",
        *(f"{side['seconds']:.2f}" for side in (ours, stock)),
        verdict(step, ours["queries"], share),
    ]
    return f"| {' | '.join(cells)} |"


def verdict(step: str, queries: float, share: float) -> str:
    if step not in GOALS:
        return ""
    kind, most = GOALS[step]
    reached = (share if kind == "share" else queries) <= most
    wanted = f"≤ {most:g} of stock" if kind == "share" else f"≤ {most:g}"
    return f"{wanted}: {'reached' if reached else '**not reached**'}"


def write_report(pages: int, found: dict[str, dict[str, dict[str, float]]]) -> str:
    lines = [
        "# Translating many pages",
        "",
        f"Written by `python -m benchmarks.translation --pages {pages}` on {date.today()}: "
        f"{pages} pages of {found['ours']['submit']['texts']:.0f} texts, in a database in memory "
        "unless DATABASE_URL names another. Steps in the worker are the average of all pages. "
        "Times are those of a machine that may have had other work: compare queries.",
        "",
        "| step | queries, ours | queries, stock | share | s, ours | s, stock | goal |",
        "|---|---:|---:|---:|---:|---:|---|",
        *(row(step, found["ours"][step], found["stock"][step]) for step in STEPS),
        "",
    ]
    text = "\n".join(lines)
    REPORT.write_text(text)
    return text


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--pages", type=int, default=200)
    pages = parser.parse_args().pages
    print(write_report(pages, {side: measure(side, pages) for side in SIDES}))


if __name__ == "__main__":
    main()
