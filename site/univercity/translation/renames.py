"""Keeping translations where a block, a field of a block or a field of a model gets another name.

wagtail-localize finds a translation by the path of its text, such as ``body.<block id>.heading``,
which holds the names. Put the operation into the data migration that renames the content::

    rename_in_translations("home.StandardPage", "body.quote.text", "body.quote.statement")

The migration must depend on the last one of ``wagtail_localize``.
"""

import json
from functools import partial
from typing import Any

from django.db import migrations
from wagtail_localize.models import TranslationContext

#: Stands for the rows of a child relation.
ROW = "*"


def rename_in_translations(model: str, old: str, new: str) -> migrations.RunPython:
    """Return the operation that renames the last part of a path of types, and its reverse.

    ``old`` and ``new`` go from the field of ``model`` ("app.Model") through types of blocks, names
    of struct children, ``item`` for the items of a list, and ``*`` for the rows of a relation, as
    in "dates.*.title".
    """
    before, after = old.split("."), new.split(".")
    if before[:-1] != after[:-1]:
        raise ValueError("Only the last part of the path can be renamed.")
    return migrations.RunPython(
        partial(rename, model=model, old=before, new=after[-1]),
        partial(rename, model=model, old=after, new=before[-1]),
    )


def rename(apps: Any, schema_editor: Any, model: str, old: list[str], new: str) -> None:
    sources = apps.get_model("wagtail_localize", "TranslationSource").objects.filter(
        specific_content_type__app_label=model.split(".")[0],
        specific_content_type__model=model.split(".")[1].lower(),
    )
    for source in sources.iterator():
        content = json.loads(source.content_json)
        if rename_in_content(content, old, new):
            source.content_json = json.dumps(content)
            source.save(update_fields=["content_json"])
    contexts = apps.get_model("wagtail_localize", "TranslationContext").objects.filter(
        object__sources__in=sources, field_path__startswith=old[0]
    )
    for context in contexts.distinct().iterator():
        rename_in_context(context, old, new)


def rename_in_context(context: Any, old: list[str], new: str) -> None:
    """Rename a part of the path of a translation."""
    names = [name for name in old if name != ROW]  # of which field paths know nothing
    types, path = context.field_path.split("."), context.path.split(".")
    if types[: len(names)] != names:
        return
    types[len(names) - 1] = new
    context.field_path = ".".join(types)
    if path[len(old) - 1] == old[-1]:  # else a type of block, in whose place stands its id
        path[len(old) - 1] = new
        context.path = ".".join(path)
        context.path_id = TranslationContext._get_path_id(context.path)
    context.save(update_fields=["field_path", "path", "path_id"])


def rename_in_content(value: Any, path: list[str], new: str) -> bool:
    """Rename a part of serialised content in place; return whether there was one."""
    if isinstance(value, list):
        return rename_in_items(value, path, new)
    name, rest = path[0], path[1:]
    if not isinstance(value, dict) or name not in value:
        return False
    if not rest:
        # Names keep their order.
        renamed = {new if key == name else key: item for key, item in value.items()}
        value.clear()
        value.update(renamed)
        return True
    inner = value[name]
    if not isinstance(inner, str):
        return rename_in_content(inner, rest, new)
    stream = json.loads(inner)  # a StreamField
    found = rename_in_content(stream, rest, new)
    value[name] = json.dumps(stream)
    return found


def rename_in_items(items: list[Any], path: list[str], new: str) -> bool:
    """Rename in the blocks of a stream, the items of a list, or the rows of a relation."""
    found = False
    for item in items:
        if path[0] == ROW:
            found |= rename_in_content(item, path[1:], new)
        elif item["type"] == path[0]:
            found |= rename_block(item, path, new)
    return found


def rename_block(block: dict[str, Any], path: list[str], new: str) -> bool:
    if len(path) > 1:
        return rename_in_content(block["value"], path[1:], new)
    block["type"] = new
    return True
