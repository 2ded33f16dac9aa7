"""The words in which the demo content is written: texts in both languages, and references."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from wagtail_localize.strings import StringValue, extract_strings


@dataclass(frozen=True)
class T:
    """A plain text in German and English."""

    de: str
    en: str

    def pairs(self) -> Iterator[tuple[str, str]]:
        """Return each translatable string with its translation, as wagtail-localize stores it."""
        yield StringValue.from_plaintext(self.de).data, StringValue.from_plaintext(self.en).data


class Rich(T):
    """A formatted text (HTML) in both languages, made of the same paragraphs, lists and links."""

    def pairs(self) -> Iterator[tuple[str, str]]:
        german, english = extract_strings(self.de), extract_strings(self.en)
        if german[0] != english[0]:
            raise ValueError(f"The English text is built differently from the German: {self.de}")
        for (source, _attrs), (translated, _attrs_too) in zip(german[1], english[1], strict=True):
            yield source.data, translated.data


def same(text: str) -> T:
    """Return a text that is the same in both languages, such as a name."""
    return T(text, text)


def paragraphs(*texts: tuple[str, str]) -> Rich:
    """Return paragraphs, each given in German and English."""
    german, english = zip(*texts, strict=True)
    return Rich(_wrapped("p", german), _wrapped("p", english))


def bullets(*texts: tuple[str, str]) -> Rich:
    """Return a list, each entry given in German and English."""
    german, english = zip(*texts, strict=True)
    return Rich(f"<ul>{_wrapped('li', german)}</ul>", f"<ul>{_wrapped('li', english)}</ul>")


def _wrapped(tag: str, texts: tuple[str, ...]) -> str:
    return "".join(f"<{tag}>{text}</{tag}>" for text in texts)


@dataclass(frozen=True)
class Ref:
    """Another piece of the demo content, by its key."""

    key: str


def link(key: str, text: str) -> str:
    """Return a link to a page of the demo, for use in formatted text."""
    return f'<a linktype="page" id="{key}">{text}</a>'


@dataclass(frozen=True)
class Entry:
    """A page or snippet to be made.

    ``late`` are fields that refer to entries made afterwards; lists of dicts are child rows.
    """

    key: str
    model: Any  #: the class
    fields: dict[str, Any]
    parent: str = ""
    late: dict[str, Any] = field(default_factory=dict)
    german_only: bool = False
