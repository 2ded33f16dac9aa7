"""Databases that are made once, which every worker copies and the next run finds again.

``tables`` is what migrations make, ``plain`` what apps add after them, ``site`` has a home page and
English beside, ``demo`` the demo with its files. The first worker that needs one makes it. A part
of the name stands for everything that a database is made from: after a change another is made.
"""

import fcntl
import hashlib
import io
import shutil
import sqlite3
import sys
import sysconfig
import time
from contextlib import closing, contextmanager
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core.cache import cache
from django.core.management import call_command
from django.core.management.sql import emit_post_migrate_signal
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.test import override_settings
from django.utils import timezone

from tests import factories
from tests.publications import make_english

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "var" / "tests"
SOURCES = ("site", "home", "network", "calendar_pages", "templates")


class Databases:
    """Fills the database of this process with a copy of one that is made where it is missing."""

    def __init__(self):
        FOLDER.mkdir(parents=True, exist_ok=True)
        self.names = {stage: f"{stage}_{mark}" for stage, mark in fingerprints().items()}
        self.store = Files() if connection.vendor == "sqlite" else Server()
        self.makers = {
            "tables": migrate,
            "plain": self._add_rows,
            "site": self._add_home,
            "demo": self._load_demo,
        }
        self.media = FOLDER / f"{self.names['demo']}.{connection.vendor}"  # only to be copied

    def use(self, stage):
        self.store.restore(self.make(stage))
        cache.clear()  # it may hold addresses of another site

    def make(self, stage):
        """Return the name of a database, made if it is missing."""
        name = self.names[stage]
        with alone(stage):
            if not self._is_there(stage):
                self.makers[stage]()
                self.store.save(name)
                self.store.remove_others(stage, name)
        return name

    def copy_demo(self, folder):
        """Lay the demo into a folder, as ``DATA_DIR`` has it; that of a server stays there."""
        if connection.vendor == "sqlite":
            shutil.copy(self.store.path(self.make("demo")), folder / "db.sqlite3")
            shutil.copytree(self.media, folder / "media")

    def close(self):
        """Remove the copy of this process."""
        self.store.close()

    def _is_there(self, stage):
        return self.store.has(self.names[stage]) and (stage != "demo" or self.media.exists())

    def _add_rows(self):
        self.use("tables")
        emit_post_migrate_signal(verbosity=0, interactive=False, db=connection.alias)

    def _add_home(self):
        self.use("plain")
        with transaction.atomic():
            factories.make_home()
            make_english()
            connection.run_on_commit.clear()  # nothing follows, as in the transaction of a test

    def _load_demo(self):
        self.use("plain")
        remove_unused(FOLDER.glob(f"demo_*.{connection.vendor}"))
        shutil.rmtree(self.media, ignore_errors=True)
        with override_settings(MEDIA_ROOT=str(self.media)):
            call_command("load_demo", stdout=io.StringIO())
            call_command("check_content", unchecked=True, stdout=io.StringIO())  # makes renditions


def migrate():
    """Make all tables; unlike the command of that name, without what apps add after it."""
    executor = MigrationExecutor(connection)
    executor.migrate(executor.loader.graph.leaf_nodes())


@contextmanager
def alone(stage):
    """Let one process at a time make a database."""
    with (FOLDER / f"{stage}.lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


# Where they are kept


class Files:
    """SQLite: files below ``var/tests/``; a worker has its copy in memory."""

    def __init__(self):
        connection.settings_dict["NAME"] = connection.creation._get_test_db_name()

    def path(self, name):
        return FOLDER / f"{name}.sqlite3"

    def has(self, name):
        return self.path(name).exists()

    def restore(self, name):
        self.path(name).touch()
        connection.ensure_connection()
        with closing(sqlite3.connect(self.path(name))) as file:
            file.backup(connection.connection)

    def save(self, name):
        unfinished = FOLDER / f"{name}.unfinished"
        unfinished.unlink(missing_ok=True)
        with closing(sqlite3.connect(unfinished)) as file:
            connection.connection.backup(file)
        unfinished.rename(self.path(name))

    def remove_others(self, stage, name):
        remove_unused(FOLDER.glob(f"{stage}_*.sqlite3"))

    def close(self):
        connection.close()


def remove_unused(paths):
    """Remove what nobody has used for an hour; another run may be about to copy the rest."""
    for path in paths:
        if path.stat().st_mtime < time.time() - 3600:
            shutil.rmtree(path) if path.is_dir() else path.unlink()


class Server:
    """PostgreSQL: databases beside that of the tests, of which each worker has its own."""

    def __init__(self):
        self.prefix = f"{connection.settings_dict['NAME']}_"
        self.own = connection.creation._get_test_db_name()
        connection.settings_dict["NAME"] = self.own
        self._replace_own_by("template1")

    def has(self, name):
        return f"{self.prefix}{name}" in self._names()

    def restore(self, name):
        self._replace_own_by(f"{self.prefix}{name}")

    def save(self, name):
        self._let_go()
        self._do(f'DROP DATABASE IF EXISTS "{self.prefix}{name}"')
        self._do(f'CREATE DATABASE "{self.prefix}{name}" TEMPLATE "{self.own}"')

    def remove_others(self, stage, name):
        for other in self._names():
            if other.startswith(f"{self.prefix}{stage}_") and other != f"{self.prefix}{name}":
                self._do(f'DROP DATABASE "{other}"')

    def close(self):
        self._let_go()
        self._do(f'DROP DATABASE "{self.own}" WITH (FORCE)')

    def _replace_own_by(self, template):
        self._let_go()
        self._do(f'DROP DATABASE IF EXISTS "{self.own}" WITH (FORCE)')
        self._do(f'CREATE DATABASE "{self.own}" TEMPLATE "{template}"')

    def _let_go(self):
        """Close all connections: who is copied must be alone."""
        connection.close()
        connection.close_pool()

    def _do(self, command):
        with connection._nodb_cursor() as cursor:
            cursor.execute(command)

    def _names(self):
        with connection._nodb_cursor() as cursor:
            cursor.execute("SELECT datname FROM pg_database")
            return [name for (name,) in cursor.fetchall()]


# What they are made from


def fingerprints():
    """Return for each stage what stands for all that it is made from."""
    migrations = [Path(app.path) / "migrations" for app in apps.get_app_configs()]
    apps_with_tables = sorted(str(path) for path in migrations if path.exists())
    packages = sorted(path.name for path in Path(sysconfig.get_path("purelib")).glob("*.dist-info"))
    ours = [path for path in files_below(*SOURCES) if "migrations" in path.parts]
    tables = digest(sys.version, apps_with_tables, packages, *map(Path.read_bytes, ours))
    sources = [*files_below(*SOURCES), Path(__file__), Path(factories.__file__)]
    rows = digest(tables, settings.INSTALLED_APPS, *map(Path.read_bytes, sources))
    demo = digest(rows, timezone.localdate())
    return {"tables": tables, "plain": rows, "site": rows, "demo": demo}


def files_below(*folders):
    found = (path for folder in folders for path in (ROOT / folder).rglob("*") if path.is_file())
    return sorted(path for path in found if "__pycache__" not in path.parts)


def digest(*parts):
    """Return a name for ``parts``."""
    whole = hashlib.sha256()
    for part in parts:
        whole.update(part if isinstance(part, bytes) else str(part).encode())
    return whole.hexdigest()[:16]
