"""CPU time of processes and of the machine, from /proc (Linux)."""

import os
from pathlib import Path

TICK = 1000 / os.sysconf("SC_CLK_TCK")  #: milliseconds
PROC = Path("/proc")


def stat_of(pid: int) -> list[str]:
    """Return the fields of /proc/<pid>/stat from the third on; empty where it has ended."""
    try:
        return (PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return []


def milliseconds_of(pids: list[int]) -> float:
    """Return the CPU time that processes have used so far, in user and kernel mode."""
    stats = filter(None, map(stat_of, pids))
    return sum(int(stat[11]) + int(stat[12]) for stat in stats) * TICK


def milliseconds_of_machine() -> float:
    """Return the CPU time that everything on the machine has used so far."""
    user, nice, system, _idle, _wait, irq, softirq, *_ = map(
        int, (PROC / "stat").read_text().split("\n", 1)[0].split()[1:]
    )
    return (user + nice + system + irq + softirq) * TICK


def all_pids() -> list[int]:
    return [int(path.name) for path in PROC.iterdir() if path.name.isdigit()]


def family(pid: int) -> list[int]:
    """Return a process and all below it."""
    parents = {child: int(stat[1]) for child in all_pids() if (stat := stat_of(child))}
    found = [pid]
    for parent in found:
        found += [child for child, above in parents.items() if above == parent]
    return found


def postgres_backends(database: str) -> list[int]:
    """Return the processes that serve connections to a database of this machine.

    PostgreSQL writes user and database into their command lines.
    """
    return [pid for pid in all_pids() if is_backend(command_of(pid), database)]


def is_backend(command: str, database: str) -> bool:
    return command.startswith("postgres: ") and f" {database} " in command


def command_of(pid: int) -> str:
    try:
        command = (PROC / str(pid) / "cmdline").read_bytes()
    except (FileNotFoundError, ProcessLookupError):
        return ""
    return command.decode(errors="replace").replace("\0", " ")
