"""Reviewed API answers, compared with what the API says now."""

import json
import os
import re
from pathlib import Path

FOLDER = Path(__file__).parent / "answers"
UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
ORIGINAL = re.compile(r"/media/original_images/[^.]+\.")
RENDITION = re.compile(r"/media/images/[^.]+\.(?:[0-9a-f]{8}\.)?")


def assert_matches_snapshot(answer, name):
    """Compare ``answer`` with the file ``name``.json; write it if WRITE_SNAPSHOTS is set.

    What differs from run to run (ids, file names) is replaced by its kind.
    """
    path = FOLDER / f"{name}.json"
    text = json.dumps(stable(answer), indent=2, ensure_ascii=False) + "\n"
    if os.environ.get("WRITE_SNAPSHOTS"):
        path.write_text(text, encoding="utf-8")
    assert json.loads(text) == json.loads(path.read_text(encoding="utf-8"))


def stable(value, key=""):
    if isinstance(value, dict):
        return {name: stable(item, name) for name, item in value.items()}
    if isinstance(value, list):
        return [stable(item) for item in value]
    if key == "id" and isinstance(value, int):
        return "<id>"
    if key == "first_published_at" and value:
        return "<time>"
    if isinstance(value, str):
        return stable_text(value)
    return value


def stable_text(text):
    text = ORIGINAL.sub("/media/original_images/<file>.", text)
    text = RENDITION.sub("/media/images/<file>.", text)
    text = re.sub(r"/pages/\d+/", "/pages/<id>/", text)
    text = re.sub(r"/documents/\d+/\w+", "/documents/<id>/<file>", text)
    text = re.sub(r"^b\d+-", "b<id>-", text)  # the anchor of a heading in shared content
    return UUID.sub("<uuid>", text)
