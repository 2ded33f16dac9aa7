"""App servers with two workers each, started and stopped by the benchmark."""

import http.client
import os
import socket
import subprocess
import sys
import time
from dataclasses import dataclass, field
from email.message import Message
from pathlib import Path

from benchmarks.cpu import family

ROOT = Path(__file__).resolve().parents[1]
#: Databases, files and logs of benchmarks; not in git.
FOLDER = ROOT / "var" / "benchmarks"
WORKERS = 2
START_SECONDS, STOP_SECONDS = 120, 30


@dataclass(frozen=True)
class Variant:
    """What a server runs."""

    name: str
    settings: str
    wsgi: str
    environment: dict[str, str] = field(default_factory=dict)


STOCK = ("benchmarks.stock.settings", "benchmarks.stock.wsgi")
VARIANTS = {
    variant.name: variant
    for variant in (
        Variant("ours", "config.settings", "config.wsgi"),
        Variant("cold", "benchmarks.cold_settings", "benchmarks.cold_wsgi"),
        Variant("stock", *STOCK),
        Variant("stock-our-fields", *STOCK, {"STOCK_FIELDS": "ours"}),
    )
}
COMMANDS = {
    "gunicorn": [
        *("gunicorn", "--worker-class", "sync", "--workers", str(WORKERS)),
        *("--log-level", "warning", "--bind", "127.0.0.1:{port}", "{wsgi}:application"),
    ],
    "granian": [
        *("granian", "--interface", "wsgi", "--workers", str(WORKERS), "--blocking-threads", "1"),
        *("--log-level", "warning", "--host", "127.0.0.1", "--port", "{port}"),
        "{wsgi}:application",
    ],
}


@dataclass(frozen=True)
class Data:
    """Where a server finds pages, files and a cache."""

    name: str
    database: str  #: address, as in DATABASE_URL
    redis: str  #: address, as in REDIS_URL; empty for local caches

    @property
    def folder(self) -> Path:
        return FOLDER / self.name

    def environment(self) -> dict[str, str]:
        """Return what production would set, without https and without a limit that is reached."""
        return {
            "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
            "PYTHONPATH": f"{ROOT}:{ROOT / 'site'}",
            "SECRET_KEY": "benchmark-" + "x" * 50,
            "ALLOWED_HOSTS": "127.0.0.1",
            "CSRF_TRUSTED_ORIGINS": "http://127.0.0.1",
            "BASE_URL": "http://127.0.0.1",
            "SECURE_SSL_REDIRECT": "0",
            "API_RATE_PER_ADDRESS": "1000000000/h",
            "LOG_LEVEL": "ERROR",
            "DATA_DIR": str(self.folder),
            "STATIC_ROOT": str(FOLDER / "static"),
            "DATABASE_URL": self.database,
            "REDIS_URL": self.redis,
            "CHECK_EXTERNAL_LINKS": "0",
        }


class Server:
    """A running server; use it with ``with``."""

    def __init__(self, kind: str, variant: Variant, data: Data):
        self.variant, self.data, self.port = variant, data, free_port()
        values = {"port": self.port, "wsgi": variant.wsgi}
        self.command = [part.format(**values) for part in COMMANDS[kind]]
        self.environment = {
            **data.environment(),
            **variant.environment,
            "DJANGO_SETTINGS_MODULE": variant.settings,
        }

    def __enter__(self) -> "Server":
        self.log = (self.data.folder / f"{self.variant.name}.log").open("w")
        self.process = subprocess.Popen(  # noqa: S603 - our own command
            self.command, cwd=ROOT, env=self.environment, stdout=self.log, stderr=self.log
        )
        self._wait()
        return self

    def __exit__(self, *error: object) -> None:
        self.process.terminate()
        try:
            self.process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
        self.log.close()

    def pids(self) -> list[int]:
        return family(self.process.pid)

    def get(self, path: str) -> tuple[int, Message, bytes]:
        """Return status, headers and body of an answer."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        # The host of the load maker: answers are kept by host.
        connection.request("GET", path, headers={"Host": "127.0.0.1"})
        response = connection.getresponse()
        answer = response.status, response.headers, response.read()
        connection.close()
        return answer

    def _wait(self) -> None:
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline and self.process.poll() is None:
            try:
                self.get("/robots.txt")
            except OSError:
                time.sleep(0.2)
            else:
                return
        raise RuntimeError(f"{self.variant.name} does not answer; see {self.log.name}")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
