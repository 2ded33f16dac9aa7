"""Runs a file of tests against Wagtail and wagtail-localize without our code."""

import os
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

ROOT = Path(__file__).parents[1]
#: Whose database is in use by this run, and what says how it is run.
NOT_PASSED_ON = ("DATABASE_URL", "REDIS_URL", "PYTEST_")


def run_on_stock(tests, settings, folder):
    """Return of each test of a file there its name, and why it failed if it did."""
    report = folder / "report.xml"
    command = [sys.executable, "-m", "pytest", "-q", "-n0", "-p", "no:cacheprovider", tests]
    command += ["--ds", settings, "--junitxml", str(report)]
    own = {name: os.environ[name] for name in os.environ if not name.startswith(NOT_PASSED_ON)}
    subprocess.run(command, cwd=ROOT, env=own, capture_output=True, check=False)
    cases = ElementTree.parse(report).iter("testcase")  # noqa: S314 - we have written it
    return [(case.get("name"), case.findtext("failure", "")) for case in cases]
