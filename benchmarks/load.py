"""A load maker: asks for addresses in turn, several at a time, and follows redirects.

    echo '["/de/"]' | python -m benchmarks.load 8000 --seconds 2 --at-once 8

Prints JSON: requests (a redirect and what it leads to are one), seconds, milliseconds (median and
99th percentile), statuses that were not 200, and the CPU time that it took itself.
"""

import argparse
import asyncio
import json
import resource
import statistics
import sys
import time
from itertools import cycle
from urllib.parse import urlsplit

REDIRECTS = (301, 302)


class Connection:
    """HTTP/1.1 over one connection at a time, kept where the server keeps it."""

    def __init__(self, port):
        self.port = port
        self.reader = self.writer = None

    async def get(self, path):
        """Return the status of the answer, and where it redirects to."""
        if self.writer is None:
            self.reader, self.writer = await asyncio.open_connection("127.0.0.1", self.port)
        self.writer.write(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode())
        head = (await self.reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        first, *lines = head.split("\r\n")
        headers = {}
        for line in lines[:-2]:
            name, _colon, value = line.partition(":")
            headers[name.lower()] = value.strip()
        await self.reader.readexactly(int(headers.get("content-length", 0)))
        if headers.get("connection", "").lower() == "close":
            self.close()
        return int(first.split(" ", 2)[1]), headers.get("location", "")

    def close(self):
        if self.writer:
            self.writer.close()
        self.reader = self.writer = None


async def ask(connection, path):
    """Ask for a path and for what it redirects to; return the status of the last answer."""
    status, location = await connection.get(path)
    if status in REDIRECTS:
        target = urlsplit(location)
        status, _location = await connection.get(f"{target.path}?{target.query}")
    return status


async def keep_asking(port, paths, deadline, times, failures):
    connection = Connection(port)
    while time.perf_counter() < deadline:
        start = time.perf_counter()
        try:
            status = await ask(connection, next(paths))
        except (OSError, asyncio.IncompleteReadError):  # the server closed it meanwhile
            connection.close()
            failures.append(0)
            continue
        times.append((time.perf_counter() - start) * 1000)
        if status != 200:
            failures.append(status)
    connection.close()


async def make_load(port, paths, seconds, at_once):
    times, failures = [], []
    start = time.perf_counter()
    shared = cycle(paths)
    asking = [keep_asking(port, shared, start + seconds, times, failures) for _ in range(at_once)]
    await asyncio.gather(*asking)
    used = resource.getrusage(resource.RUSAGE_SELF)
    return {
        "requests": len(times),
        "seconds": time.perf_counter() - start,
        "median_ms": statistics.median(times),
        "p99_ms": sorted(times)[int(len(times) * 0.99)],
        "failures": failures,
        "own_cpu_ms": (used.ru_utime + used.ru_stime) * 1000,
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("port", type=int)
    parser.add_argument("--seconds", type=float, default=2)
    parser.add_argument("--at-once", type=int, default=8)
    options = parser.parse_args()
    paths = json.load(sys.stdin)
    print(json.dumps(asyncio.run(make_load(options.port, paths, options.seconds, options.at_once))))


if __name__ == "__main__":
    main()
