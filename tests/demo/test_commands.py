"""When the commands of the demo refuse to run, and what is left where they are stopped."""

import io
import os
import signal
import socket
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from demo.loader import load
from demo.preflight import needs_migration
from home.models import HomePage
from tests.factories import make_home
from univercity.content.media.images import Image

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.usefixtures("without_site")


@pytest.fixture
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


@pytest.fixture
def in_development(settings):
    settings.DEBUG = True


@contextmanager
def listening():
    """Hold a port as another server would, and give its number."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


def files_below(folder):
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def stop_after(beginning):
    """Return a reporter of steps during one of which Ctrl+C is pressed."""

    def report(line):
        if line.startswith(beginning):
            raise KeyboardInterrupt

    return report


def test_demo_server_refuses_to_start_in_production():
    with pytest.raises(CommandError, match="DEBUG=1"):
        call_command("serve_demo")


def test_demo_leaves_a_site_alone_that_has_another_home_page(german):
    home = make_home()

    with pytest.raises(CommandError):
        call_command("load_demo", stdout=io.StringIO())

    assert HomePage.objects.get() == home


# The port


def test_busy_port_is_told_before_anything_is_loaded(db, in_development):
    with listening() as port, pytest.raises(CommandError, match=f"Port {port} is in use.*PORT="):
        call_command("serve_demo", str(port), stdout=io.StringIO())

    assert not HomePage.objects.exists()


@pytest.mark.parametrize("port", ["0", "65536", "-1", "http", "", "８０００"])
def test_impossible_port_is_told_before_anything_is_loaded(db, in_development, port):
    with pytest.raises(CommandError, match="no port.*PORT=8000"):
        call_command("serve_demo", "--", port, stdout=io.StringIO())

    assert not HomePage.objects.exists()


# A database of another version


def test_current_database_needs_nothing(db):
    assert needs_migration() is False


def test_database_with_migrations_due_is_migrated(db):
    MigrationRecorder.Migration.objects.filter(app="roles").delete()

    assert needs_migration() is True


def test_database_with_unknown_migrations_is_told(db):
    MigrationRecorder(connection).record_applied("univercity", "0009_of_another_version")

    with pytest.raises(CommandError, match="make fresh"):
        needs_migration()


def test_database_whose_migrations_contradict_these_is_told(db):
    """What another migration needs is not there, though that one has run."""
    MigrationRecorder.Migration.objects.filter(app="wagtailcore").delete()

    with pytest.raises(CommandError, match="make fresh"):
        needs_migration()


def test_database_of_a_migration_written_anew_is_told(db):
    """By its name it has run, but it made other columns."""
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE home_homepage RENAME COLUMN hero_heading TO heading")

    with pytest.raises(CommandError, match="make fresh"):
        needs_migration()


# Ctrl+C


@pytest.mark.full
@pytest.mark.parametrize("step", ["Images", "English pages", "Navigation"])
def test_interrupted_load_leaves_nothing(db, media, step):
    with pytest.raises(KeyboardInterrupt):
        load(stop_after(step))

    assert files_below(media) == set()
    assert not Image.objects.exists()
    assert not HomePage.objects.exists()


@pytest.mark.full
def test_killed_load_leaves_no_files_after_the_next(db, media):
    (media / "original_images").mkdir()
    (media / "images").mkdir()
    (media / "original_images" / "demo-skyline.png").write_bytes(b"half of i")
    (media / "images" / "demo-skyline.2e16d0ba.fill-640x400.format-avif.avif").write_bytes(b"")
    (media / "original_images" / "demo-of-somebody.png").write_bytes(b"kept")

    load(lambda line: None)

    named = set(Image.objects.values_list("file", flat=True))
    assert "original_images/demo-skyline.png" in named
    kept = {"original_images/demo-of-somebody.png"}
    assert {name for name in files_below(media) if "images/" in name} == named | kept


def test_ctrl_c_ends_in_one_line(tmp_path):
    environment = {"PATH": os.environ["PATH"], "DEBUG": "1", "DATA_DIR": str(tmp_path)}
    command = [sys.executable, "-u", "manage.py", "serve_demo", str(free_port())]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, preexec_fn=heed_ctrl_c, **pipes
    ) as server:
        assert server.stdout.readline().startswith("Setting up the database")
        server.send_signal(signal.SIGINT)
        _output, errors = server.communicate(timeout=60)

    assert errors == "\nStopped.\n"
    assert server.returncode == 130


def heed_ctrl_c():
    """Let a process be interrupted where the tests run in the background, which ignores it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def free_port():
    with listening() as port:
        return port
