"""The tree, as docs/architecture.md has it; `make lint` holds the order of imports."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest
from pathspec import GitIgnoreSpec

ROOT = Path(__file__).parents[2]
UNIVERCITY = ROOT / "site" / "univercity"
IGNORED = GitIgnoreSpec.from_lines((ROOT / ".gitignore").read_text().splitlines())
SECTIONS = ["home", "network", "calendar_pages"]
UNDER_SITE = ["config", "demo", "roles", "univercity"]
APPS = [
    "api",
    "content",
    "editorial",
    "http_cache",
    "previews",
    "publishing",
    "translation",
    "translation_desk",
]


def project_files(*suffixes):
    """Return the files of the project with one of the suffixes, without those that git ignores."""
    for folder, subfolders, names in os.walk(ROOT):
        here = Path(folder).relative_to(ROOT)
        subfolders[:] = [
            name for name in subfolders if name != ".git" and not is_ignored(f"{here / name}/")
        ]
        for name in names:
            if Path(name).suffix in suffixes and not is_ignored(str(here / name)):
                yield ROOT / here / name


def is_ignored(path):
    """Whether git ignores a path, asked without git: a tarball has none."""
    return IGNORED.match_file(path)


def module_name(path):
    """Return the dotted name under which ``path`` is imported."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[1:] if parts[0] == "site" else parts)


def imported_modules(path):
    """Yield the full name of every module that a file imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            package = module_name(path).split(".")[: -node.level] if node.level else []
            yield ".".join([*package, node.module] if node.module else package)


def python_elsewhere(code, tmp_path, *options):
    """Run code in a fresh interpreter from another directory."""
    environment = {"PATH": os.environ["PATH"], "DEBUG": "1", "DATA_DIR": str(tmp_path)}
    command = [sys.executable, *options, "-c", code]
    return subprocess.run(
        command, cwd="/", env=environment, capture_output=True, text=True, check=False
    )


# The folder called site/


def test_site_is_a_folder_and_not_a_package():
    assert not (ROOT / "site" / "__init__.py").exists()
    assert sorted(path.name for path in (ROOT / "site").iterdir() if path.is_dir()) == UNDER_SITE


def test_git_does_not_ignore_site():
    assert is_ignored("dist/new_file.py")
    assert not is_ignored("site/univercity/new_file.py")


@pytest.mark.parametrize("options", [(), ("-X", "frozen_modules=off")])
def test_site_remains_the_module_of_the_standard_library(tmp_path, options):
    code = "import site, univercity, config; print(site.__file__)"

    result = python_elsewhere(code, tmp_path, *options)

    assert result.stderr == ""
    assert Path(result.stdout.strip()).name == "site.py"
    assert not result.stdout.startswith(str(ROOT / "site"))


@pytest.mark.parametrize("module", ["config.wsgi", "config.asgi"])
def test_entry_points_import_from_another_directory(tmp_path, module):
    result = python_elsewhere(f"from {module} import application; print('ok')", tmp_path)

    assert (result.stdout, result.returncode) == ("ok\n", 0), result.stderr


def test_apps_come_from_this_tree(tmp_path):
    packages = [*SECTIONS, *UNDER_SITE]
    code = f"import {', '.join(packages)}; print(*({', '.join(packages)}), sep='\\n')"

    result = python_elsewhere(code, tmp_path)

    found = [line.split("'")[-2] for line in result.stdout.splitlines()]
    expected = [ROOT / name / "__init__.py" for name in SECTIONS]
    expected += [ROOT / "site" / name / "__init__.py" for name in UNDER_SITE]
    assert [Path(path) for path in found] == expected


def test_univercity_holds_apps_and_nothing_else():
    files = project_files(".py", ".css", ".js", ".json", ".po")
    below = [path.relative_to(UNIVERCITY) for path in files if path.is_relative_to(UNIVERCITY)]

    assert sorted({path.parts[0] for path in below}) == ["__init__.py", *APPS]


@pytest.mark.parametrize("app", APPS)
def test_every_app_says_what_it_is_for(app):
    docstring = ast.get_docstring(ast.parse((UNIVERCITY / app / "__init__.py").read_text()))

    assert "Start with" in docstring
    assert (UNIVERCITY / app / "apps.py").exists()


def test_nothing_imports_the_tests():
    importing = [
        str(path.relative_to(ROOT))
        for path in project_files(".py")
        if module_name(path).split(".")[0] in {*SECTIONS, *UNDER_SITE}
        and any(module.split(".")[0] == "tests" for module in imported_modules(path))
    ]

    assert importing == []
