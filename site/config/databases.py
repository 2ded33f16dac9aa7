"""The database: SQLite in a file, or what ``DATABASE_URL`` names."""

from pathlib import Path
from typing import Any

import environ


def read_databases(env: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Return Django's setting ``DATABASES``; what the address names after "?" stays."""
    database: dict[str, Any] = environ.Env.db_url_config(env["DATABASE_URL"])
    options = database.setdefault("OPTIONS", {})
    if database["ENGINE"].endswith("sqlite3"):
        Path(database["NAME"]).parent.mkdir(parents=True, exist_ok=True)
        # Opening the file for each request takes longer than reading a page from it.
        database.setdefault("CONN_MAX_AGE", 60)
        options |= {
            "timeout": 20,  # seconds to wait for another writer
            "transaction_mode": "IMMEDIATE",  # the write lock first, so that waiting is possible
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        }
    else:
        options["pool"] = {"min_size": 1, "max_size": env["DATABASE_POOL_SIZE"], "timeout": 10}
        # What is asked often is planned once for each connection: that takes longer than reading.
        options.setdefault("server_side_binding", True)
        options.setdefault("prepare_threshold", 5)
    return {"default": database}
