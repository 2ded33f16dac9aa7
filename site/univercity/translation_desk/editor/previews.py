"""The previews beside the texts, in which each text carries its key.

A text is put between marks, which go through templates unseen and become elements. Marks are made
of private-use characters of Unicode: no text has them, and escaping, slugs and filters leave them
alone or drop them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.templatetags.static import static
from django.utils.html import format_html
from wagtail.models import Locale, PreviewableMixin
from wagtail_localize.fields import copy_synchronised_fields
from wagtail_localize.models import TemplateSegment, Translation
from wagtail_localize.segments import StringSegmentValue, TemplateSegmentValue
from wagtail_localize.segments.ingest import ingest_segments
from wagtail_localize.strings import StringValue

from univercity.translation.former_texts import former_texts, with_known_links
from univercity.translation.units import Unit, UnitState, units_of
from univercity.translation_desk.editor import codes
from univercity.translation_desk.editor.rights import translation_for
from univercity.translation_desk.places import Kind

# Marks in HTML.

START, END, CLOSE = "\ue000", "\ue001", "\ue002"
FIRST_DIGIT = 0xE010
DIGITS = {ord(str(digit)): chr(FIRST_DIGIT + digit) for digit in range(10)}
OPENING = re.compile(f"{START}([\ue010-\ue019]+){END}")
MARK = re.compile(f"{OPENING.pattern}|{CLOSE}")
#: Marks as they are, in the address of a link, and in a script.
ANY_MARK = re.compile(r"[\ue000-\ue019]|(?:%EE%80%[89][0-9])|\\ue0[01][0-9a-f]", re.IGNORECASE)
#: Comments, elements whose content is no HTML, tags; what is between them are texts.
PART = re.compile(
    r"(<!--.*?-->|<(script|style|title|textarea)\b.*?</\2\s*>|<[^>]*>)", re.DOTALL | re.IGNORECASE
)
ELEMENTS_WITHOUT_HTML = ("<!--", "<script", "<style", "<title", "<textarea")


@dataclass(frozen=True)
class Marked:
    """What a text is marked with: its key, its state, and its language where it is another."""

    key: str
    state: str
    language: str = ""


def mark(text: str, number: int) -> str:
    """Return a text between the marks of its number."""
    return f"{START}{str(number).translate(DIGITS)}{END}{text}{CLOSE}"


def with_elements(page: str, texts: list[Marked]) -> str:
    """Return HTML with elements in place of marks; ``texts`` are by number.

    In an attribute there can be no element: its tag names the texts in ``data-units``.
    """
    return "".join(resolve(part, texts) for part in split(page))


def split(page: str) -> list[str]:
    parts, end = [], 0
    for match in PART.finditer(page):
        parts += [page[end : match.start()], match[0]]
        end = match.end()
    return [*parts, page[end:]]


def resolve(part: str, texts: list[Marked]) -> str:
    if not ANY_MARK.search(part):
        return part
    if not part.startswith("<"):
        return MARK.sub(lambda match: element(match, texts), part)
    plain = ANY_MARK.sub("", part)
    if part.lower().startswith(ELEMENTS_WITHOUT_HTML):
        return plain
    keys = [texts[number_of(match)].key for match in OPENING.finditer(part)]
    names = " ".join(dict.fromkeys(keys))
    return re.sub(r"\s*/?>$", lambda end: format_html(' data-units="{}"', names) + end[0], plain)


def element(match: re.Match[str], texts: list[Marked]) -> str:
    if match[0] == CLOSE:
        return "</span>"
    text = texts[number_of(match)]
    tag = format_html('<span data-unit="{}" data-state="{}"', text.key, text.state)
    return tag + (format_html(' lang="{}">', text.language) if text.language else ">")


def number_of(match: re.Match[str]) -> int:
    return int("".join(str(ord(digit) - FIRST_DIGIT) for digit in match[1]))


# Source and translation, made in memory.

#: Texts that are no words of a page but part of its address.
ADDRESSES = {"slug"}


class Pair:
    """The two versions of a translation, for previews; ``texts`` are by the number of the mark."""

    def __init__(self, translation: Translation):
        self.translation = translation
        self.units = units_of([translation])
        self.former = former_texts(self.units)
        self.texts: list[Marked] = []

    def source(self) -> Any:
        """Return the page or snippet as it was handed to translation."""
        source = self.translation.source
        instance = source.as_instance()
        segments = [self.marked(unit, unit.source) for unit in self.units]
        self.fill(instance, instance, source.locale, [*segments, *self.templates()])
        return instance

    def target(self, unsaved: Mapping[str, str]) -> Any:
        """Return the translation with ``unsaved`` texts, HTML by key.

        A text without translation is the former one, or that of the source.
        """
        source, locale = self.translation.source, self.translation.target_locale
        segments = [
            segment
            for segment in source._get_segments_for_translation(locale, fallback=True)
            if not isinstance(segment, StringSegmentValue)
        ]
        segments += [self.translated(unit, unsaved.get(unit.key)) for unit in self.units]
        instance = source.get_translated_instance(locale)
        original = source.as_instance()
        copy_synchronised_fields(original, instance)
        self.fill(original, instance, locale, segments)
        return instance

    def translated(self, unit: Unit, unsaved: str | None) -> StringSegmentValue:
        text = unsaved if unsaved is not None else unit.target * (unit.state != UnitState.ERROR)
        if text:
            return self.marked(unit, with_known_links(text, unit.attrs))
        former = self.former.get((unit.path, unit.order))
        if former:
            return self.marked(unit, with_known_links(former, unit.attrs))
        language = self.translation.source.locale.language_code
        return self.marked(unit, unit.source, language)

    def marked(self, unit: Unit, text: str, language: str = "") -> StringSegmentValue:
        if unit.path not in ADDRESSES:
            number = len(self.texts)
            self.texts.append(Marked(unit.key, unit.state, language))
            text = mark(text, number)
        attrs = {key: dict(value) for key, value in unit.attrs.items()}
        return StringSegmentValue(unit.path, StringValue(text), attrs=attrs).with_order(unit.order)

    def templates(self) -> list[TemplateSegmentValue]:
        """Return the rich texts of the source, without their sentences."""
        rows = TemplateSegment.objects.filter(source=self.translation.source_id)
        return [
            TemplateSegmentValue(
                row.context.path,
                row.template.template_format,
                row.template.template,
                row.template.string_count,
                order=row.order,
            )
            for row in rows.select_related("template", "context")
        ]

    def fill(self, original: Any, instance: Any, locale: Locale, segments: list[Any]) -> None:
        segments.sort(key=lambda segment: segment.order)
        ingest_segments(original, instance, self.translation.source.locale, locale, segments)


# The frames of the editor.

#: Wagtail's menu for editors, which has no place in a frame of the editor.
USERBAR = re.compile(
    r"<!-- Wagtail user bar embed code -->.*?<!-- end Wagtail user bar embed code -->", re.DOTALL
)


def preview_source(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Show the page or snippet that is translated."""
    translation, _target = translation_for(request, translation_id, to_change=False)
    pair = Pair(translation)
    return serve(pair.source(), request, pair.texts)


def preview_target(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Show the translation; what is posted stands in place of what is stored."""
    translation, _target = translation_for(request, translation_id, to_change=False)
    pair = Pair(translation)
    return serve(pair.target(unsaved_texts(request.POST)), request, pair.texts)


def unsaved_texts(posted: Mapping[str, Any]) -> dict[str, str]:
    """Return the texts of a form as HTML by key, without those whose codes are wrong."""
    texts = {}
    for name, typed in posted.items():
        if name.startswith("text-"):
            try:
                text = codes.from_screen(typed, Kind.LINES)
                StringValue.from_translated_html(text)
            except ValueError:  # of which MalformedText is one
                continue
            texts[name.removeprefix("text-")] = text
    return texts


def serve(instance: Any, request: HttpRequest, texts: list[Marked]) -> HttpResponse:
    if not isinstance(instance, PreviewableMixin):
        raise Http404
    response = instance.make_preview_request(request, instance.default_preview_mode)
    if response.get("Content-Type", "").startswith("text/html"):
        page = USERBAR.sub("", response.content.decode(response.charset))
        style = static("translation_desk/css/translation-frame.css")
        link = format_html('<link rel="stylesheet" href="{}"></head>', style)
        response.content = with_elements(page, texts).replace("</head>", link, 1)
        del response["Content-Length"]  # that of the page before
    return response
