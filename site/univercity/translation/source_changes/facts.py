"""Carrying what languages share from one version of a page or snippet to another.

What is shared is what wagtail-localize does not extract as text: synchronised fields, child rows,
the structure of streams, images, links. A text stays as it is, and what has untranslated text does
not come into a translation.
"""

from __future__ import annotations

from collections.abc import Iterable
from copy import copy
from typing import Any

from bs4 import BeautifulSoup
from django.db import models
from modelcluster.fields import ParentalKey
from modelcluster.models import get_serializable_data_for_fields
from wagtail import blocks
from wagtail.fields import RichTextField, StreamField
from wagtail.models import TranslatableMixin
from wagtail_localize.fields import get_translatable_fields
from wagtail_localize.segments import StringSegmentValue, TemplateSegmentValue
from wagtail_localize.segments.extract import extract_segments


def carry_facts(fresh: Any, mine: Any, *, removes_texts: bool) -> list[str]:
    """Make ``mine`` like ``fresh`` but for its texts; return the names of the fields changed.

    Both are the same object in the same language. ``fresh`` is as if made from the source anew,
    with whatever texts; ``mine`` is not saved. With ``removes_texts`` a text that is empty in
    ``fresh`` is removed.
    """
    texts = {*text_paths(fresh), *text_paths(mine)}
    return Carrier(texts, removes_texts).carry(fresh, mine)


def text_paths(instance: Any) -> Iterable[str]:
    """Yield where ``instance`` has texts, by the paths of wagtail-localize."""
    for segment in extract_segments(instance):
        if isinstance(segment, StringSegmentValue | TemplateSegmentValue):
            yield segment.path


class Carrier:
    """Goes through two versions side by side; ``texts`` are the paths of what is text in either."""

    def __init__(self, texts: set[str], removes_texts: bool):
        self.texts = texts
        self.removes_texts = removes_texts

    def has_text(self, path: str) -> bool:
        return any(text == path or text.startswith(f"{path}.") for text in self.texts)

    def carry(self, fresh: Any, mine: Any, prefix: str = "") -> list[str]:
        changed = []
        for translatable in get_translatable_fields(type(mine)):
            field = translatable.get_field(type(mine))
            path = f"{prefix}{field.name}"
            if isinstance(field, models.ManyToOneRel) and isinstance(
                field.remote_field, ParentalKey
            ):
                was_changed = self.carry_rows(field, fresh, mine, path)
            elif isinstance(field, StreamField):
                was_changed = self.carry_stream(field, fresh, mine, path)
            else:
                was_changed = self.carry_value(field, fresh, mine, path)
            if was_changed:
                changed.append(field.name)
        return changed

    def carry_value(self, field: Any, fresh: Any, mine: Any, path: str) -> bool:
        new, old = (field.value_from_object(each) for each in (fresh, mine))
        is_kept = self.has_text(path) and not self.may_replace(
            isinstance(field, RichTextField), new, old
        )
        if is_kept or new == old:
            return False
        setattr(mine, field.attname, new)
        return True

    def carry_stream(self, field: Any, fresh: Any, mine: Any, path: str) -> bool:
        block = field.stream_block
        new, old = (block.get_prep_value(field.value_from_object(each)) for each in (fresh, mine))
        merged = self.merge_items(block, new, old, path)
        if merged == old:
            return False
        setattr(mine, field.name, block.to_python(merged))
        return True

    def merge(self, block: blocks.Block, new: Any, old: Any, path: str) -> Any:
        """Return a stored value of a block with the facts of ``new`` and the texts of ``old``."""
        if not self.has_text(path):
            return new
        if hasattr(block, "get_translatable_segments"):
            return old
        if isinstance(block, blocks.StructBlock):
            return {
                name: self.merge(child, new.get(name), old.get(name), f"{path}.{name}")
                for name, child in block.child_blocks.items()
            }
        if isinstance(block, blocks.StreamBlock | blocks.ListBlock):
            return self.merge_items(block, new, old, path)
        is_html = isinstance(block, blocks.RichTextBlock)
        return new if self.may_replace(is_html, new, old) else old

    def may_replace(self, is_html: bool, new: Any, old: Any) -> bool:
        """Return whether a text was removed, or only its markup is another one."""
        if not new:
            return self.removes_texts
        return is_html and words(new) == words(old)

    def merge_items(self, block: Any, new: list[Any], old: list[Any], path: str) -> list[Any]:
        """Return the items of both: in the order of ``new``, those with text as far as in ``old``.

        An item with text that is only in ``old`` stays behind the one that it followed.
        """
        known = {item["id"]: item for item in old}
        merged = []
        for item in new:
            mine = known.get(item["id"])
            if mine and mine["type"] == item["type"]:
                child = getattr(block, "child_block", None) or block.child_blocks[item["type"]]
                value = self.merge(child, item["value"], mine["value"], f"{path}.{item['id']}")
                merged.append({**item, "value": value})
            elif not self.has_text(f"{path}.{item['id']}"):
                merged.append(item)
        return self.keep_texts(merged, old, path)

    def keep_texts(self, merged: list[Any], old: list[Any], path: str) -> list[Any]:
        place = 0
        for item in old:
            ids = [each["id"] for each in merged]
            if item["id"] in ids:
                place = ids.index(item["id"]) + 1
            elif self.has_text(f"{path}.{item['id']}"):
                merged.insert(place, item)
                place += 1
        return merged

    def carry_rows(self, relation: Any, fresh: Any, mine: Any, path: str) -> bool:
        new, old = (in_order(getattr(each, relation.name).all()) for each in (fresh, mine))
        before = [facts_of(row) for row in old]
        if issubclass(relation.related_model, TranslatableMixin):
            known = {row.translation_key: row for row in old}
            merged = [self.merge_row(row, known.get(row.translation_key), path) for row in new]
            rows = [row for row in merged if row]
        else:
            rows = [copy(row) for row in new]
        if before == [facts_of(row) for row in rows]:
            return False
        getattr(mine, relation.name).set(rows)
        return True

    def merge_row(self, fresh: Any, mine: Any, path: str) -> Any:
        """Return ``mine`` with facts of ``fresh``, or a new row; ``None`` if it needs a text."""
        prefix = f"{path}.{fresh.translation_key}."
        if mine:
            self.carry(fresh, mine, prefix)
            mine.sort_order = getattr(fresh, "sort_order", None)
            return mine
        row = copy(fresh)
        for translatable in get_translatable_fields(type(row)):
            field = translatable.get_field(type(row))
            if self.has_text(f"{prefix}{field.name}"):
                if not getattr(field, "blank", False) or isinstance(field, StreamField):
                    return None
                setattr(row, field.attname, "")
        return row


def in_order(rows: Iterable[Any]) -> list[Any]:
    return sorted(rows, key=lambda row: getattr(row, "sort_order", None) or 0)


def parental_key(row: Any) -> Any:
    return next(field for field in row._meta.fields if isinstance(field, ParentalKey))


def facts_of(row: Any) -> dict[str, Any]:
    """Return what a child row says, without what only says which row it is."""
    own = {"pk", parental_key(row).name, "locale"}
    data = get_serializable_data_for_fields(row)
    return {name: value for name, value in data.items() if name not in own}


def words(html: str) -> str:
    return BeautifulSoup(html or "", "html.parser").get_text("|", strip=True)
