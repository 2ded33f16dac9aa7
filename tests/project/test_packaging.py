"""The wheel holds the whole site and runs without this folder."""

import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path
from zipfile import ZipFile

import pytest

pytestmark = pytest.mark.full

ROOT = Path(__file__).parents[2]
PACKAGES = ["calendar_pages", "config", "demo", "home", "network", "roles", "univercity"]


def run(*command, **options):
    """Run a command and return what it prints; what it complains about, where it fails."""
    command = [str(part) for part in command]
    result = subprocess.run(command, capture_output=True, text=True, check=False, **options)
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, cwd=ROOT)
    [path] = folder.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def contents(wheel):
    with ZipFile(wheel) as archive:
        return set(archive.namelist())


@pytest.fixture(scope="module")
def run_installed(wheel, tmp_path_factory):
    """Return a function that runs Python with the wheel installed, from another directory.

    Our dependencies are lent from this environment by a path, which leaves its ``.pth`` files, and
    so the editable installation of the project, unread.
    """
    folder = tmp_path_factory.mktemp("installed")
    venv.create(folder / "venv", with_pip=False)
    python = folder / "venv" / "bin" / "python"
    run(
        sys.executable, "-m", "pip", "--python", python, "install", "--no-deps", "--no-index", wheel
    )
    [packages] = (folder / "venv" / "lib").glob("*/site-packages")
    (packages / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")
    environment = {"PATH": os.environ["PATH"], "DEBUG": "1", "DATA_DIR": str(folder / "data")}

    def run_python(*arguments):
        return run(python, *arguments, cwd="/", env=environment)

    return run_python


def test_wheel_holds_the_packages_and_nothing_else(contents):
    top = {name.split("/")[0] for name in contents}

    assert {name for name in top if not name.endswith(".dist-info")} == set(PACKAGES)
    assert [name for name in contents if "/tests/" in name or "__pycache__" in name] == []


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("templates", "univercity/content/templates"),
        ("site/univercity/content/static", "univercity/content/static"),
        ("site/univercity/editorial/static", "univercity/editorial/static"),
        ("site/univercity/translation_desk/static", "univercity/translation_desk/static"),
        ("site/demo/pictures", "demo/pictures"),
        ("docs/screenshots", "univercity/editorial/docs/screenshots"),
    ],
)
def test_wheel_holds_every_file_below(contents, source, target):
    files = [path for path in (ROOT / source).rglob("*") if path.is_file()]
    expected = {f"{target}/{path.relative_to(ROOT / source).as_posix()}" for path in files}

    assert expected - contents == set()


@pytest.mark.parametrize("language", ["de", "en"])
def test_wheel_holds_the_compiled_catalogue(contents, language):
    """``make translations`` compiles it; git does not keep it."""
    assert f"config/locale/{language}/LC_MESSAGES/django.mo" in contents


def test_wheel_holds_the_handbook(contents):
    assert "univercity/editorial/docs/handbuch-redaktion.md" in contents
    assert "univercity/editorial/docs/handbuch-uebersetzung.md" in contents


def test_installed_packages_are_those_of_the_wheel(run_installed):
    code = f"import {', '.join(PACKAGES)}; print(*[m.__file__ for m in ({', '.join(PACKAGES)})])"

    for path in run_installed("-c", code).split():
        assert Path(path).parents[1].name == "site-packages"
        assert not Path(path).is_relative_to(ROOT)


def test_installed_site_passes_its_checks(run_installed):
    output = run_installed("-m", "django", "check", "--settings", "config.settings")

    assert output == "System check identified no issues (0 silenced).\n"


def test_installed_site_answers(run_installed):
    """Through the WSGI entry point: templates, static files and catalogue are found."""
    code = """
from config.wsgi import application
from django.conf import settings
from django.contrib.staticfiles.finders import find
from django.template.loader import get_template
from django.test import Client
print(Client().get("/robots.txt", headers={"host": "127.0.0.1"}).status_code)
print(get_template("base.html").origin.name)
print(settings.LOCALE_PATHS[0].is_dir(), find("wagtailadmin/css/core.css") is not None)
"""

    status, template, found = run_installed("-c", code).splitlines()

    assert status == "200"
    assert template.endswith("site-packages/univercity/content/templates/base.html")
    assert found == "True True"
