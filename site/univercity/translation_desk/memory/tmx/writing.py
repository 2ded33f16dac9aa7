"""Writing TMX, one unit after the other: a memory may be larger than what a process can hold."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from django.conf import settings
from lxml import etree
from wagtail_localize.models import StringTranslation

from univercity.translation.units import is_by_machine
from univercity.translation_desk.exchange.export.xml_writing import append_string, legal
from univercity.translation_desk.exchange.inline import (
    Kind,
    Text,
    numbered_like,
    parse_html,
    tag_of,
)
from univercity.translation_desk.memory.matches import is_reviewed

LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
#: Properties of a translation that other tools pass over.
REVIEWED, TOOL, MACHINE = "x-reviewed", "x-tool", "x-machine"
HEAD = f"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
<header creationtool="UniverCity" creationtoolversion="1" segtype="sentence"\
 o-tmf="wagtail-localize" adminlang="en" srclang="{settings.LANGUAGE_CODE}" datatype="html"/>
<body>
"""
FOOT = "</body>\n</tmx>\n"


def write_tmx(rows: Any) -> Iterator[bytes]:
    """Yield a file of translations, each different one once; ``rows`` is a queryset of them.

    The same content makes the same bytes.
    """
    yield HEAD.encode()
    ordered = rows.select_related("translation_of__locale", "locale", "review").order_by(
        "translation_of__data_hash", "translation_of_id", "locale__language_code", "data", "pk"
    )
    stored = ordered.iterator(chunk_size=1000)
    for _key, group in groupby(stored, key=lambda row: (row.translation_of_id, row.locale_id)):
        for same in by_text(group):
            yield etree.tostring(unit_of(same), encoding="UTF-8") + b"\n"
    yield FOOT.encode()


def by_text(rows: Iterable[StringTranslation]) -> Iterator[list[StringTranslation]]:
    """Yield translations of one text in groups that say the same."""
    for _text, group in groupby(rows, key=lambda row: row.data):
        yield list(group)


def unit_of(rows: list[StringTranslation]) -> Any:
    """Return the element of translations that are the same, for what the best of them is."""
    best = min(rows, key=lambda row: (not is_reviewed(row), bool(row.tool_name), row.pk))
    string = best.translation_of
    source = parse_html(string.data)
    target = numbered_like(parse_html(best.data), source)
    unit = etree.Element("tu", tuid=str(string.data_hash))
    add_property(unit, REVIEWED, "yes" if is_reviewed(best) else "no")
    add_property(unit, TOOL, best.tool_name)
    if is_by_machine(best):
        add_property(unit, MACHINE, "yes")
    add_variant(unit, string.locale.language_code, source)
    variant = add_variant(unit, best.locale.language_code, target)
    changed = max(row.updated_at for row in rows).astimezone(datetime.UTC)
    variant.set("changedate", f"{changed:%Y%m%dT%H%M%SZ}")
    return unit


def add_property(unit: Any, name: str, value: str) -> None:
    if value:
        etree.SubElement(unit, "prop", type=name).text = legal(value)


def add_variant(unit: Any, language: str, text: Text) -> Any:
    variant = etree.SubElement(unit, "tuv", {LANGUAGE: language})
    fill_segment(etree.SubElement(variant, "seg"), text)
    return variant


def fill_segment(segment: Any, text: Text) -> None:
    """Put a text into a segment: HTML tags become native codes, paired by ``i`` and ``x``."""
    numbers: dict[str, str] = {}
    segment.text = ""
    for part in text:
        if isinstance(part, str):
            append_string(segment, legal(part))
            continue
        number = numbers.setdefault(part.id, str(len(numbers) + 1))
        # Elements that the source text does not have have no number there.
        same = {"x": part.id} if part.id.isdecimal() else {}
        if part.kind is Kind.EMPTY:
            last = etree.SubElement(segment, "ph", same)
        elif part.kind is Kind.OPEN:
            last = etree.SubElement(segment, "bpt", {"i": number, **same})
        else:
            last = etree.SubElement(segment, "ept", {"i": number})
        last.text = tag_of(part)
