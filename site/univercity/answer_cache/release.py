"""Which code makes the answers."""

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path

from django.apps import apps
from django.conf import settings

#: What answers are made from, catalogues included.
SUFFIXES = {".css", ".html", ".js", ".mo", ".py", ".svg", ".txt", ".woff2"}


@cache
def fingerprint() -> str:
    """Return a digest of our files and of the address in our answers.

    It is the same in every process of a release, on every machine, and another one after a
    deployment: while processes of the last release are still running, they must not hand on their
    answers.
    """
    digest = hashlib.blake2b(settings.WAGTAILAPI_BASE_URL.encode(), digest_size=6)
    for path in sorted(set(own_files()), key=lambda path: (path.name, path)):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def own_files() -> Iterator[Path]:
    folders = [Path(app.path) for app in apps.get_app_configs() if app.name in settings.OWN_APPS]
    folders.append(Path(str(import_module(settings.ROOT_URLCONF).__file__)).parent)
    for engine in settings.TEMPLATES:
        folders += map(Path, engine["DIRS"])
    for folder in folders:
        yield from (path for path in folder.rglob("*") if path.suffix in SUFFIXES)
