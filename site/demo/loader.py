"""Loading the demo content: what exists is left as it is, what is missing is made."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import transaction
from django.utils import timezone, translation
from wagtail.models import Locale, Page, ReferenceIndex, Site
from wagtail.signal_handlers import disable_reference_index_auto_update
from wagtail.signals import page_published, published

from demo import content
from demo.content.glossary import TERMS
from demo.content.templates import Template
from demo.documents import DOCUMENTS, DemoDocument
from demo.field_values import Objects, set_fields, stable_id, texts_in
from demo.files import remove_strays
from demo.images import IMAGES, DemoImage
from demo.site_record import ensure_locales, hand_site_to, refuse_other_content
from demo.texts import Entry, Ref
from demo.translation import translate
from univercity.content.site_settings import SiteSettings
from univercity.content.wagtail_patches.indexing import indexed_once
from univercity.editorial.content_checks.checking import check_later
from univercity.editorial.models import PageTemplate
from univercity.translation.source_changes.propagation import source_published
from univercity.translation_desk.glossary.models import Term

Report = Callable[[str], Any]
ALT_TEXTS = {image.key: image.alt_text for image in IMAGES}
#: What follows each publication and has nothing to do here: translations are made from what is
#: public already, and to check a page is to draw all its images (``manage.py check_content``).
FOLLOWERS = [(page_published, check_later), (published, source_published)]


def load(report: Report) -> Objects:
    """Load everything or nothing and return it by key; ``report`` gets a line for each step."""
    remove_strays()
    try:
        with transaction.atomic(), translation.override("de"), in_one_go():
            return Loader(report).load()
    except BaseException:  # Ctrl+C is none of the usual ones
        remove_strays()
        raise


@contextmanager
def in_one_go() -> Iterator[None]:
    """Publish without what follows a publication, and index what was made at the end."""
    for signal, receiver in FOLLOWERS:
        signal.disconnect(receiver)
    try:
        # References are the loader's own affair: rows of pages are made and deleted on the way.
        with disable_reference_index_auto_update(), indexed_once():
            yield
    finally:
        for signal, receiver in FOLLOWERS:
            signal.connect(receiver)


class Loader:
    """One run: the objects by key, and what this run made of them."""

    def __init__(self, report: Report):
        self.report = report
        self.objects: Objects = {}
        self.made: list[Entry] = []  # not yet translated
        self.unindexed: list[Any] = []
        self.german, self.english = ensure_locales()

    def load(self) -> Objects:
        if not self._find(content.HOME):
            refuse_other_content()
        self.report(f"Images: {self._add_files(IMAGES)} added")
        self.report(f"Documents: {self._add_files(DOCUMENTS)} added")
        self.report(f"Snippets: {self._load_snippets(content.snippets())} made")
        self.report(f"German pages: {self._load_pages(content.pages(timezone.localdate()))} made")
        self.report(f"Page templates: {self._load_templates(content.TEMPLATES)} made")
        self.report(f"English pages: {self._translate_made()} made")
        self.report(f"Glossary: {self._load_glossary()} made")
        home = self.objects[content.HOME.key]
        self.objects["home/en"] = home.get_translation_or_none(self.english)
        self.objects["site"] = Site.objects.get(is_default_site=True)
        self.report(f"Navigation and footer: {self._load_snippets(content.settings())} made")
        self._index_references()
        return self.objects

    def _add_files(self, files: Iterable[DemoImage | DemoDocument]) -> int:
        made = 0
        for file in files:
            found = file.find()
            made += not found
            self.objects[file.key] = found or file.save()
        return made

    def _load_snippets(self, entries: Iterable[Entry]) -> int:
        for entry in entries:
            if not self._find(entry):
                snippet = self._new(entry, locale=self.german)
                snippet.full_clean()
                snippet.save()
                self._add(entry, snippet)
        return self._translate_made()

    def _load_pages(self, entries: Iterable[Entry]) -> int:
        for entry in entries:
            if not self._find(entry):
                page = self._new(entry, locale=self.german, live=False)
                self._parent_of(entry).add_child(instance=page)
                self._add(entry, page)
        for entry in self.made:
            page = self.objects[entry.key]
            page.refresh_from_db(fields=["numchild"])  # children were added to other copies of it
            set_fields(page, entry.late, self.objects, entry.key)
            page.save_revision().publish()
        if content.HOME in self.made:
            hand_site_to(self.objects[content.HOME.key])
        return len(self.made)

    def _load_templates(self, templates: Iterable[Template]) -> int:
        """Make the prepared pages that are missing, as drafts in German, with their templates."""
        missing = [template for template in templates if not self._find(template.entry)]
        for order, template in enumerate(missing):
            entry = template.entry
            page = self._new(entry, locale=self.german, live=False)
            self._parent_of(entry).add_child(instance=page)
            page.save_revision()
            words = {"name": template.name, "description": template.description}
            row = PageTemplate(page=page, sort_order=order, **words)
            row.full_clean()
            row.save()
            self.unindexed += [page, row]
        return len(missing)

    def _load_glossary(self) -> int:
        made = 0
        for entry in TERMS:
            facts = {
                "target": entry.english,
                "forbidden": "\n".join(entry.forbidden),
                "note": entry.note,
            }
            _term, created = Term.objects.get_or_create(
                source_locale=self.german,
                target_locale=self.english,
                source=entry.german,
                defaults=facts,
            )
            made += created
        return made

    def _translate_made(self) -> int:
        """Translate what was made since the last call; return how many there are."""
        entries = [entry for entry in self.made if not entry.german_only]
        self.made = []
        for entry in entries:
            # Read anew: publication and children that were added changed other copies of it.
            instance = entry.model.objects.get(pk=self.objects[entry.key].pk)
            self.objects[entry.key] = instance
            if not self._has_version(instance, self.english):
                english = translate(instance, self._english_of(entry), self.english)
                self.unindexed.append(english)
        return len(entries)

    def _index_references(self) -> None:
        for instance in self.unindexed:
            if ReferenceIndex.is_indexed(type(instance)):
                ReferenceIndex.create_or_update_for_object(instance)

    def _find(self, entry: Entry) -> Any:
        """Return the German version of an entry if it exists, and remember it."""
        key, versions = stable_id(entry.key), entry.model.objects.filter(locale=self.german)
        found = versions.filter(translation_key=key).first() or self._same_name(entry, versions)
        if found:
            self.objects[entry.key] = found
        return found

    def _same_name(self, entry: Entry, versions: Any) -> Any:
        """Return an object of the same natural key that somebody made by hand, or ``None``."""
        if entry.model is SiteSettings:
            return versions.filter(site=self.objects["site"]).first()
        if issubclass(entry.model, Page):
            slug, parent = entry.fields["slug"].de, self.objects.get(entry.parent)
            return parent and versions.child_of(parent).filter(slug=slug).first()
        name = "slug" if "slug" in entry.fields else "name"
        return versions.filter(**{name: entry.fields[name]}).first()

    def _new(self, entry: Entry, **fields: Any) -> Any:
        instance = entry.model(translation_key=stable_id(entry.key), **fields)
        set_fields(instance, entry.fields, self.objects, entry.key)
        return instance

    def _add(self, entry: Entry, instance: Any) -> None:
        self.objects[entry.key] = instance
        self.made.append(entry)
        self.unindexed.append(instance)

    def _parent_of(self, entry: Entry) -> Page:
        if entry.parent:
            # Read anew: treebeard counts children in the database, not in the object.
            return Page.objects.get(pk=self.objects[entry.parent].pk)
        return Page.get_first_root_node()

    @staticmethod
    def _has_version(instance: Any, locale: Locale) -> bool:
        return (
            type(instance)
            .objects.filter(translation_key=instance.translation_key, locale=locale)
            .exists()
        )

    def _english_of(self, entry: Entry) -> dict[str, str]:
        """Return the English of every German string of an entry, alt texts included."""
        english: dict[str, str] = {}
        for part in texts_in([entry.fields, entry.late]):
            text = ALT_TEXTS.get(part.key) if isinstance(part, Ref) else part
            for german, translated in text.pairs() if text else ():
                if english.setdefault(german, translated) != translated:
                    raise ValueError(f"Two translations of “{german}” in {entry.key}")
        return english
