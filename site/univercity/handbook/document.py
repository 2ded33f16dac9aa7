"""The handbooks as HTML, made of their Markdown files."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.urls import reverse
from markdown_it import MarkdownIt
from markdown_it.token import Token

from univercity.slugs import slugify

INSTALLED = Path(__file__).parent / "docs"  # where a wheel puts it
FOLDER = INSTALLED if INSTALLED.is_dir() else Path(__file__).resolve().parents[3] / "docs"
#: By the name in their address.
SOURCES = {
    "redaktion": FOLDER / "handbuch-redaktion.md",
    "uebersetzung": FOLDER / "handbuch-uebersetzung.md",
}
PICTURES = FOLDER / "screenshots"


@dataclass(frozen=True)
class Handbook:
    """The text below the title as HTML, and the anchors of its sections with their headings."""

    html: str
    sections: list[tuple[str, str]]


@cache
def read_handbook(name: str) -> Handbook:
    """Return a handbook by its name in ``SOURCES``; it changes with the release only."""
    markdown = MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens = markdown.parse(SOURCES[name].read_text(encoding="utf-8"))
    sections = []
    for opening, text in zip(tokens, tokens[1:], strict=False):
        if opening.type == "heading_open":
            anchor = slugify(text.content)
            opening.attrSet("id", anchor)
            if opening.tag == "h2":
                sections.append((anchor, text.content))
        elif opening.type == "table_open":
            opening.attrSet("class", "listing")
    for token in tokens:
        for child in token.children or []:
            if child.type == "image":
                _serve_in_the_admin(child)
    body = tokens[3:]  # without the title, which the admin shows in its own header
    return Handbook(markdown.renderer.render(body, markdown.options, {}), sections)


def _serve_in_the_admin(image: Token) -> None:
    name = Path(str(image.attrGet("src"))).stem
    image.attrSet("src", reverse("univercity_handbook_picture", args=[name]))
    image.attrSet("loading", "lazy")
