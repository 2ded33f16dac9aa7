"""Values of a stored page by the paths that wagtail-localize gives them."""

import json
from typing import Any


def value_at(content: dict[str, Any], path: str) -> Any:
    """Return the value at ``path`` in serialised ``content``, or the innermost one around it.

    A path goes through ids of blocks and list items, names of struct children and translation keys
    of child rows; that of a table ends in a name that only the table knows.
    """
    name, *rest = path.split(".")
    value = content.get(name)
    if rest and isinstance(value, str):
        value = json.loads(value)  # a StreamField
    for name in rest:
        inner = child(value, name)
        if inner is None:
            return value
        value = inner
    return value


def child(value: Any, name: str) -> Any:
    """Return what ``name`` means inside ``value``, ``None`` where it means nothing."""
    if isinstance(value, dict):
        return value.get(name)
    if isinstance(value, list):
        rows = [item for item in value if isinstance(item, dict)]
        found = [row for row in rows if name in (row.get("id"), row.get("translation_key"))]
        return found[0].get("value", found[0]) if found else None
    return None
