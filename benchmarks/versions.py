"""What a measurement was made with."""

import argparse
import datetime
import os
import platform
import subprocess
from importlib.metadata import version
from pathlib import Path
from typing import Any

import psycopg
import redis

from benchmarks.servers import ROOT

PACKAGES = (
    "wagtail",
    "Django",
    "djangorestframework",
    "django-ninja",
    "psycopg",
    "gunicorn",
    "granian",
)


def circumstances(options: argparse.Namespace) -> dict[str, Any]:
    """Return day, commit, machine and versions."""
    with psycopg.connect(options.postgres) as connection:
        postgres = connection.info.server_version
    return {
        "day": datetime.datetime.now(tz=datetime.UTC).date().isoformat(),
        "commit": commit(),
        "machine": f"{os.cpu_count()} cores, {processor()}, {platform.system()}",
        "python": platform.python_version(),
        "postgresql": f"{postgres // 10000}.{postgres % 10000}",
        "redis": redis.Redis.from_url(options.redis).info("server")["redis_version"],
        **{name.lower(): version(name) for name in PACKAGES},
    }


def commit() -> str:
    """Return the commit that was measured, marked where files of it were changed."""
    command = ["git", "describe", "--always", "--dirty", "--abbrev=10", "--exclude", "*"]
    return subprocess.run(  # noqa: S603 - our own command
        command, cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.strip()


def processor() -> str:
    lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()
