"""Settings: production is safe by default, services are chosen by the environment.

The settings are read in interpreters of their own, as operators start them.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

from config.environment import VARIABLES

ROOT = Path(__file__).parents[2]
PRODUCTION = {
    "SECRET_KEY": "kT9-w3Xq.7VbR2mZ_8LpN4sYc6HdF1gJ5aEuQ0iOxWtBvKzPnMr",
    "ALLOWED_HOSTS": "www.example.org",
    "CSRF_TRUSTED_ORIGINS": "https://www.example.org",
    "BASE_URL": "https://www.example.org",
}
REQUIRED = [name for name, variable in VARIABLES.items() if variable.default is None]


@pytest.fixture
def run(tmp_path):
    """Return a function that runs Python in the project with nothing but the given environment."""

    def run_python(*arguments, **environment):
        environment = {"PATH": os.environ["PATH"], "DATA_DIR": str(tmp_path), **environment}
        command = [sys.executable, "-W", "error::ResourceWarning", *arguments]
        return subprocess.run(
            command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
        )

    return run_python


@pytest.fixture
def read_settings(run):
    """Return a function that gives the named settings under an environment."""

    def read(*names, **environment):
        code = (
            "import json; from django.conf import settings; "
            f"print(json.dumps([getattr(settings, name) for name in {names!r}], default=str))"
        )
        environment["DJANGO_SETTINGS_MODULE"] = "config.settings"
        result = run("-c", code, **environment)
        assert result.returncode == 0, result.stderr
        values = json.loads(result.stdout)
        return values if len(names) > 1 else values[0]

    return read


@pytest.fixture
def run_code(run):
    """Return a function that runs code after ``django.setup()`` and gives what it prints."""

    def run_with_django(code, **environment):
        environment["DJANGO_SETTINGS_MODULE"] = "config.settings"
        result = run("-c", f"import django; django.setup()\n{code}", **environment)
        assert result.returncode == 0, result.stderr
        return result

    return run_with_django


# Production


def test_required_variables():
    assert REQUIRED == ["SECRET_KEY", "ALLOWED_HOSTS", "CSRF_TRUSTED_ORIGINS", "BASE_URL"]


@pytest.mark.parametrize("value", [None, "", "  "])
@pytest.mark.parametrize("name", REQUIRED)
def test_production_refuses_to_start_without(run, name, value):
    environment = {key: text for key, text in PRODUCTION.items() if key != name}
    if value is not None:
        environment[name] = value

    result = run("-c", "import config.wsgi", **environment)

    assert result.returncode == 1
    assert result.stderr.splitlines()[-1] == (
        f"django.core.exceptions.ImproperlyConfigured: Set the environment variables {name} "
        "(docs/settings.md), or DEBUG=1 for development."
    )


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SECRET_KEY", VARIABLES["SECRET_KEY"].development),
        ("ALLOWED_HOSTS", "www.example.org,*"),
        ("DEBUG", "perhaps"),
        ("DATABASE_POOL_SIZE", "many"),
    ],
)
def test_production_refuses_value(run, name, value):
    result = run("-c", "import config.wsgi", **{**PRODUCTION, name: value})

    assert result.returncode == 1
    assert f"ImproperlyConfigured: {name} " in result.stderr.splitlines()[-1]


def test_production_passes_the_deployment_check(run):
    result = run(
        "manage.py", "check", "--deploy", "--fail-level", "WARNING", BEHIND_PROXY="1", **PRODUCTION
    )

    assert result.stdout == "System check identified no issues (1 silenced).\n", result.stderr


def test_lists_are_read_without_spaces(read_settings):
    environment = {**PRODUCTION, "ALLOWED_HOSTS": "a.example.org, b.example.org,"}

    assert read_settings("ALLOWED_HOSTS", **environment) == ["a.example.org", "b.example.org"]


def test_secret_key_may_contain_any_sign(read_settings):
    key = "$SECRET_KEY,{x}%" * 4

    assert read_settings("SECRET_KEY", **{**PRODUCTION, "SECRET_KEY": key}) == key


def test_debug_needs_no_other_variable(read_settings):
    assert read_settings("DEBUG", "ALLOWED_HOSTS", DEBUG="1") == [True, ["*"]]


def test_no_setting_leads_to_a_foreign_host(read_settings):
    names = [
        "WAGTAIL_ENABLE_UPDATE_CHECK",
        "WAGTAIL_GRAVATAR_PROVIDER_URL",
        "WAGTAILEMBEDS_FINDERS",
    ]

    assert read_settings(*names, **PRODUCTION) == [False, None, []]


# Database


def test_sqlite_is_the_default(read_settings, tmp_path):
    folder = tmp_path / "a folder #1"

    database = read_settings("DATABASES", **{**PRODUCTION, "DATA_DIR": str(folder)})["default"]

    assert database["ENGINE"] == "django.db.backends.sqlite3"
    assert database["NAME"] == str(folder / "db.sqlite3")
    assert folder.is_dir()


def test_sqlite_waits_for_other_writers(run_code):
    code = """
from django.db import connection, transaction
with connection.cursor() as cursor:
    for pragma in ("journal_mode", "busy_timeout", "synchronous"):
        print(cursor.execute(f"PRAGMA {pragma}").fetchone()[0])
with transaction.atomic():
    pass
print(connection.queries[-2]["sql"])
"""

    assert run_code(code, DEBUG="1").stdout.split() == ["wal", "20000", "1", "BEGIN", "IMMEDIATE"]


def test_postgres_address_gives_a_pool(read_settings):
    address = "postgres://editor:p%40ss@db.example.org:5433/site?sslmode=require"
    environment = {**PRODUCTION, "DATABASE_URL": address, "DATABASE_POOL_SIZE": "7"}

    database = read_settings("DATABASES", **environment)["default"]

    assert database == {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "site",
        "USER": "editor",
        "PASSWORD": "p@ss",
        "HOST": "db.example.org",
        "PORT": 5433,
        "OPTIONS": {
            "sslmode": "require",
            "pool": {"min_size": 1, "max_size": 7, "timeout": 10},
            "server_side_binding": True,
            "prepare_threshold": 5,
        },
    }


def test_postgres_address_may_leave_out_prepared_statements(read_settings):
    address = "postgres://db.example.org/site?server_side_binding=0"

    database = read_settings("DATABASES", **{**PRODUCTION, "DATABASE_URL": address})["default"]

    assert database["OPTIONS"]["server_side_binding"] is not True  # what Django asks


# Cache


def test_redis_address_gives_a_cache_whose_failures_are_misses(read_settings):
    cache = read_settings("CACHES", REDIS_URL="redis://cache:6379/1", **PRODUCTION)["default"]

    assert cache["BACKEND"] == "django_redis.cache.RedisCache"
    assert cache["LOCATION"] == "redis://cache:6379/1"
    assert cache["OPTIONS"]["IGNORE_EXCEPTIONS"] is True


OUTAGE = "The cache of answers is away; going on without it"


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/api/v2/pages/", "/api/v3/pages/", "/de/"])
def test_site_answers_without_its_redis(read_settings, settings, client, home, caplog, address):
    settings.CACHES = read_settings("CACHES", DEBUG="1", REDIS_URL="redis://127.0.0.1:1/0")
    settings.ANSWER_CACHE = True

    assert client.get(address).status_code == 200
    assert ("univercity.http_cache.middleware", OUTAGE) in {
        (record.name, record.getMessage()) for record in caplog.records
    }


# Files


def test_s3_bucket_keeps_uploaded_files(run_code):
    code = """
from django.core.files.storage import default_storage as storage
print(type(storage._wrapped).__name__ if storage.url("a b.jpg") else "")
print(storage.bucket_name, storage.endpoint_url, storage.region_name, storage.url("a b.jpg"))
"""
    environment = {
        "S3_BUCKET": "univercity",
        "S3_ENDPOINT_URL": "https://s3.example.org",
        "S3_REGION": "eu-central-1",
        "S3_CUSTOM_DOMAIN": "media.example.org",
    }

    lines = run_code(code, **PRODUCTION, **environment).stdout.splitlines()

    assert lines == [
        "S3Storage",
        "univercity https://s3.example.org eu-central-1 https://media.example.org/a%20b.jpg",
    ]


def test_static_files_have_hashed_names_in_production(read_settings):
    backend = read_settings("STORAGES", **PRODUCTION)["staticfiles"]["BACKEND"]

    assert backend == "whitenoise.storage.CompressedManifestStaticFilesStorage"


def test_tests_write_to_no_folder_of_the_site():
    for folder in (settings.MEDIA_ROOT, settings.STATIC_ROOT):
        assert not folder.is_relative_to(ROOT)


def test_webhooks_reach_the_own_machine_in_development_only(read_settings):
    assert read_settings("WEBHOOKS_ALLOW_LOOPBACK", DEBUG="1") is True
    assert read_settings("WEBHOOKS_ALLOW_LOOPBACK", **PRODUCTION) is False


# Background tasks


def test_tasks_run_at_once_by_default(read_settings):
    backend = read_settings("TASKS", **PRODUCTION)["default"]["BACKEND"]
    assert backend == "django_tasks.backends.immediate.ImmediateBackend"


@pytest.mark.full
def test_worker_executes_queued_tasks(run, run_code, tmp_path):
    """Wagtail's own task, which deletes the file of a lost image, goes through the queue."""
    environment = {"DEBUG": "1", "TASK_WORKER": "1"}
    run("manage.py", "migrate", "-v", "0", "django_tasks_database", **environment)
    file = tmp_path / "media" / "bild.png"
    file.parent.mkdir()
    file.touch()
    code = """
from django.core.files.storage import default_storage
from django_tasks_db.models import DBTaskResult
from wagtail.tasks import delete_file_from_storage_task
if "%s" == "enqueue":
    delete_file_from_storage_task.enqueue(default_storage.deconstruct(), "bild.png")
print(*DBTaskResult.objects.values_list("status", flat=True))
"""

    enqueued = run_code(code % "enqueue", **environment).stdout
    assert file.exists()
    worker = run("manage.py", "db_worker", "--batch", "--no-startup-delay", **environment)
    executed = run_code(code % "look", **environment).stdout

    assert worker.returncode == 0, worker.stderr
    assert set(enqueued.split()) == {"READY"}
    assert set(executed.split()) == {"SUCCESSFUL"}
    assert not file.exists()
