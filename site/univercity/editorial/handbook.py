"""The handbooks in the admin, made of the Markdown files in docs/."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.http import FileResponse, Http404
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from markdown_it import MarkdownIt
from markdown_it.token import Token
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from univercity.content.slugs import slugify

INSTALLED = Path(__file__).parent / "docs"  # where a wheel puts it
FOLDER = INSTALLED if INSTALLED.is_dir() else Path(__file__).resolve().parents[3] / "docs"
#: By the name in their address.
SOURCES = {
    "redaktion": FOLDER / "handbuch-redaktion.md",
    "uebersetzung": FOLDER / "handbuch-uebersetzung.md",
}
PICTURES = FOLDER / "screenshots"
TITLES = {"redaktion": _("Handbook"), "uebersetzung": _("Handbook for translators")}
#: Beginning of the names of the views.
HANDBOOK = "univercity_handbook"


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
    image.attrSet("src", reverse(f"{HANDBOOK}_picture", args=[name]))
    image.attrSet("loading", "lazy")


class HandbookView(WagtailAdminTemplateMixin, TemplateView):
    handbook = "redaktion"  #: which one, of ``SOURCES``
    header_icon = "help"
    template_name = "editorial/handbook.html"

    def get_page_title(self):
        return TITLES[self.handbook]

    def get_breadcrumbs_items(self):
        return []

    def get_context_data(self, **kwargs):
        return super().get_context_data(handbook=read_handbook(self.handbook), **kwargs)


def picture(request, name):
    """Serve a picture of a handbook; ``name`` is one of its files, never a path."""
    path = PICTURES / f"{name}.png"
    if not path.is_file():
        raise Http404
    return FileResponse(path.open("rb"), content_type="image/png")


def url_patterns():
    return [
        *(
            path(
                f"handbuch/{name}/", HandbookView.as_view(handbook=name), name=f"{HANDBOOK}_{name}"
            )
            for name in SOURCES
        ),
        path("handbuch/<slug:name>.png", picture, name=f"{HANDBOOK}_picture"),
    ]


def register_handbook():
    address = reverse(f"{HANDBOOK}_redaktion")
    return MenuItem(TITLES["redaktion"], address, icon_name="help", order=100)


def register_translators_handbook():
    address = reverse(f"{HANDBOOK}_uebersetzung")
    return MenuItem(TITLES["uebersetzung"], address, icon_name="help", order=110)
