"""Our API and HTML beside stock Wagtail, on the same pages: CPU time per request.

    python -m benchmarks.api [PART ...] [--seconds 2] [--rounds 3]

Parts: postgres-gunicorn, postgres-granian, sqlite-gunicorn, growth; all without a name. Each writes
benchmarks/results/<part>.json; benchmarks/RESULTS.md is written anew from all of them.
"""

import argparse
import contextlib
import signal
import subprocess
import sys
from collections.abc import Iterable
from urllib.parse import urlsplit, urlunsplit

import psycopg
import redis

from benchmarks import report
from benchmarks.measuring import Case, measure, summary
from benchmarks.servers import FOLDER, ROOT, VARIANTS, Data, Server
from benchmarks.targets import GROWTH, RESTRICTIONS, TARGETS, Target, pages_of
from benchmarks.versions import circumstances

SEED = 7
PAGES, FEW, MANY = 1000, 5, 200
SIZES = (100, 1000, 10_000)
#: Pages and restricted subtrees of each database; answers of one are not those of another.
DATABASES = [(PAGES, FEW), *((size, FEW) for size in SIZES if size != PAGES), (PAGES, MANY)]
PARTS = ("postgres-gunicorn", "postgres-granian", "sqlite-gunicorn", "growth")


def postgres_data(options: argparse.Namespace, pages: int, restrictions: int) -> Data:
    """Return a database of PostgreSQL, made where it is missing."""
    name = f"univercity_bench_{pages}_{restrictions}"
    scheme, host, _path, *rest = urlsplit(options.postgres)
    with psycopg.connect(options.postgres, autocommit=True) as connection:
        found = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
        if not found.fetchone():
            connection.execute(f"CREATE DATABASE {name}")
    address = urlunsplit((scheme, host, f"/{name}", *rest))
    cache = redis_for(options, pages, restrictions)
    return planted(Data(name, address, cache), pages, restrictions)


def redis_for(options: argparse.Namespace, pages: int, restrictions: int) -> str:
    """Return a database of Redis for each of PostgreSQL: that of the option, and those below it."""
    server, _slash, number = options.redis.rpartition("/")
    return f"{server}/{int(number) - DATABASES.index((pages, restrictions))}"


def sqlite_data(options: argparse.Namespace, pages: int, restrictions: int) -> Data:
    name = f"sqlite_{pages}_{restrictions}"
    address = f"sqlite:///{FOLDER / name / 'db.sqlite3'}"
    return planted(Data(name, address, ""), pages, restrictions)


def planted(data: Data, pages: int, restrictions: int) -> Data:
    """Put pages into a database that has none."""
    data.folder.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "benchmarks.seed", "--seed", str(SEED)]
    command += ["--pages", str(pages), "--restrictions", str(restrictions)]
    environment = {**data.environment(), "LOG_LEVEL": "ERROR"}
    subprocess.run(command, cwd=ROOT, env=environment, check=True)  # noqa: S603 - our own command
    return data


def collect_static(data: Data) -> None:
    """Write the static files, whose hashed names pages refer to."""
    if not (FOLDER / "static").exists():
        command = [sys.executable, "manage.py", "collectstatic", "--no-input", "-v0"]
        subprocess.run(command, cwd=ROOT, env=data.environment(), check=True)  # noqa: S603


def cases_for(
    kind: str, data: Data, targets: Iterable[Target], stack: contextlib.ExitStack
) -> list[Case]:
    """Start the servers that targets need, one of ours always, and prepare what is asked."""
    targets = list(targets)
    variants = dict.fromkeys(["ours", *(target.variant for target in targets)])
    servers = {name: stack.enter_context(Server(kind, VARIANTS[name], data)) for name in variants}
    pages = pages_of(servers["ours"])
    return [Case.prepare(target, servers[target.variant], pages) for target in targets]


def measure_part(part: str, options: argparse.Namespace) -> list[Case]:
    """Return the measured cases of a part."""
    with contextlib.ExitStack() as stack:
        if part == "growth":
            cases = growing_cases(options, stack)
        else:
            database, kind = part.split("-")
            make = postgres_data if database == "postgres" else sqlite_data
            data = make(options, PAGES, FEW)
            collect_static(data)
            cases = cases_for(kind, data, TARGETS, stack)
        redis_pid = None if part.startswith("sqlite") else pid_of_redis(options.redis)
        measure(cases, options.rounds, options.attempts, options.seconds, redis_pid)
    return cases


def growing_cases(options: argparse.Namespace, stack: contextlib.ExitStack) -> list[Case]:
    wanted = {(pages, FEW): GROWTH for pages in SIZES}
    wanted |= {(PAGES, FEW): RESTRICTIONS, (PAGES, MANY): RESTRICTIONS}
    found = [(postgres_data(options, *size), targets) for size, targets in wanted.items()]
    collect_static(found[0][0])
    return [case for data, targets in found for case in cases_for("gunicorn", data, targets, stack)]


def pid_of_redis(address: str) -> int:
    return int(redis.Redis.from_url(address).info("server")["process_id"])


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], metavar="PART")
    parser.add_argument("--seconds", type=float, default=2)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--attempts", type=int, default=3, help="at a run that others disturb")
    parser.add_argument("--postgres", default="postgres://postgres@127.0.0.1:5432/postgres")
    parser.add_argument("--redis", default="redis://127.0.0.1:6379/13", help="uses 10 to 13")
    options = parser.parse_args()
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # stop the servers, too
    for part in options.parts or PARTS:
        print(part, file=sys.stderr)
        cases = measure_part(part, options)
        about = {**circumstances(options), "rounds": options.rounds, "seconds": options.seconds}
        report.keep(part, {"about": about, "cases": [summary(case) for case in cases]})
        report.write()


if __name__ == "__main__":
    main()
