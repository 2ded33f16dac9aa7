"""Rich text: what may be formatted, and where its links lead."""

from collections.abc import Iterable
from functools import cached_property

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.safestring import mark_safe
from wagtail.rich_text import RichText, expand_db_html
from wagtail.rich_text.rewriters import FIND_A_TAG

from univercity.content.links.editor_links import EditorTargets
from univercity.content.reading.references import LINK_TARGET

#: What an editor may format; no headings, which are blocks of their own.
FEATURES = ["bold", "italic", "link", "document-link", "ol", "ul", "superscript", "subscript"]
#: Features that mark a passage in another language, by its code (``links/features.py``).
PASSAGES = {
    code: f"passage-{code}" for code, _name in settings.LANGUAGES if code != settings.LANGUAGE_CODE
}
FEATURES += PASSAGES.values()


class SharedLinks:
    """The links of several rich text values, expanded together once per language."""

    SEPARATOR = "\0"  # stands in no tag

    def __init__(self, sources: Iterable[str]):
        self._tags = sorted({tag[0] for source in sources for tag in FIND_A_TAG.finditer(source)})
        self._expanded: dict[str, dict[str, str]] = {}

    @cached_property
    def editor_targets(self) -> EditorTargets:
        """What the values link to, for the editor."""
        found = [match.groups() for tag in self._tags if (match := LINK_TARGET.search(tag))]
        return EditorTargets(
            page_ids=[int(key) for kind, key in found if kind == "page"],
            document_ids=[int(key) for kind, key in found if kind == "document"],
        )

    def expand(self, source: str) -> str:
        """Return display HTML of one of the values, in the active language."""
        if not self._tags:
            return source
        language = translation.get_language()
        if language not in self._expanded:
            expanded = expand_db_html(self.SEPARATOR.join(self._tags)).split(self.SEPARATOR)
            self._expanded[language] = dict(zip(self._tags, expanded, strict=True))
        tags = self._expanded[language]
        return FIND_A_TAG.sub(lambda tag: tags[tag[0]], source)


class LinkedRichText(RichText):
    """A rich text value that shares the look-up of its links with the values read beside it."""

    def __init__(self, source: str, links: SharedLinks):
        super().__init__(source)
        self.links = links

    def expand(self) -> str:
        """Return display HTML."""
        return self.links.expand(self.source)

    def __html__(self) -> str:
        # Wagtail's editor cleaned the source when it was saved.
        return render_to_string(
            "wagtailcore/shared/richtext.html", {"html": mark_safe(self.expand())}
        )
