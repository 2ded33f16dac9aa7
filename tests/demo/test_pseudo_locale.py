"""No text of ours escapes translation: in a language made for the test, all of them are marked.

Texts of our catalogue read "[!! … !!]" there, those of Django and Wagtail "⟦…⟧". What an editor
reads without either mark is written into the code.
"""

import json
import re
from pathlib import Path

import polib
import pytest
from bs4 import BeautifulSoup
from django.template.base import Lexer, TokenType
from django.test import RequestFactory
from django.utils import translation
from django.utils.translation import trans_real
from wagtail.admin.menu import admin_menu, settings_menu
from wagtail.models import get_page_models
from wagtail.snippets.models import get_snippet_models
from wagtail.users.models import UserProfile

from tests.block_walk import OUR_APPS, all_blocks, words_of
from tests.content.test_block_library import NAMES
from tests.factories import (
    EventDateFactory,
    EventPageFactory,
    PartnerPageFactory,
    StandardPageFactory,
)
from tests.forms import add_address

ROOT = Path(__file__).parents[2]
CATALOGUE = polib.pofile(ROOT / "site/config/locale/de/LC_MESSAGES/django.po")
OWN = {entry.msgid for entry in CATALOGUE} | {entry.msgid_plural for entry in CATALOGUE}
CONTEXT = "\x04"
#: Where editors read what our code says: labels, headings, help, choices, buttons.
PLACES = "label, legend, h1, h2, h3, button, option, th, .help, .w-field__help, .w-panel__heading"
#: Choices that are data or names of languages in themselves, and Wagtail's English in its HTML.
UNMARKED = NAMES | {"Deutsch", "English", "German"}


class PseudoCatalogue(trans_real.DjangoTranslation):
    """English, with a mark around each text."""

    def gettext(self, message):
        context, _separator, own = message.rpartition(CONTEXT)
        if own in OWN:
            return f"[!! {own} !!]"
        text = super().gettext(message)
        translated = own if context and CONTEXT in text else text
        return f"⟦{translated}⟧"

    def ngettext(self, singular, plural, number):
        return self.gettext(singular if number == 1 else plural)


@pytest.fixture
def editor(admin_client, admin_user):
    """Somebody who may edit everything, in English."""
    UserProfile.objects.create(user=admin_user, preferred_language="en")
    return admin_client


@pytest.fixture
def pseudo(monkeypatch):
    """The marks in place of English."""
    translation.activate("en")  # loads what the marked catalogue falls back to
    monkeypatch.setitem(trans_real._translations, "en", PseudoCatalogue("en"))
    with translation.override("en"):
        yield


def is_marked(text):
    return "[!! " in text or "⟦" in text


def has_words(text):
    return bool(re.search(r"[A-Za-z]{2}", text))


def unmarked(texts):
    """Return the texts with words that no catalogue has."""
    found = {" ".join(text.split()) for text in texts}
    return {text for text in found if has_words(text) and not is_marked(text)} - UNMARKED


def test_every_word_of_every_block_is_in_our_catalogue(pseudo):
    words = {str(text) for _path, block in all_blocks() for text in words_of(block)}

    assert {word for word in words if not word.startswith("[!! ")} - NAMES == set()


def read_places(client, address):
    """Return the texts of a form of the admin."""
    response = client.get(address)
    assert response.status_code == 200, address
    soup = BeautifulSoup(response.content, "html.parser")
    return [place.get_text(" ") for place in soup.select(PLACES)]


@pytest.fixture
def titles(home, network, calendar, leitbild):
    """The pages of a site of every page type, whose titles are in the forms."""
    partner = PartnerPageFactory(parent=network)
    event = EventPageFactory(parent=calendar)
    EventDateFactory(page=event)
    standard = StandardPageFactory(parent=home)
    return [home, network, calendar, leitbild, partner, event, standard]


def test_forms_of_all_page_types_say_nothing_untranslated(pseudo, editor, titles):
    data = {page.title for page in titles}
    for page in titles:
        texts = read_places(editor, f"/admin/pages/{page.pk}/edit/")
        assert unmarked(texts) - data == set(), page


def test_forms_for_new_pages_say_nothing_untranslated(pseudo, editor, titles):
    by_type = {type(page): page for page in titles}
    for model in get_page_models():
        parents = [by_type.get(parent) for parent in model.allowed_parent_page_models()]
        parent = next((page for page in parents if page and model.can_create_at(page)), None)
        if parent:
            texts = read_places(editor, add_address(model, parent))
            assert unmarked(texts) - {page.title for page in titles} == set(), model


def test_forms_and_lists_of_snippets_say_nothing_untranslated(pseudo, editor, home):
    snippets = [model for model in get_snippet_models() if model._meta.app_label in OUR_APPS]
    assert snippets
    for model in snippets:
        base = f"/admin/snippets/{model._meta.app_label}/{model._meta.model_name}"
        for address in (f"{base}/", f"{base}/add/"):
            assert unmarked(read_places(editor, address)) - {home.title} == set(), address


def test_menu_says_nothing_untranslated(pseudo, admin_user):
    request = RequestFactory().get("/admin/")
    request.user = admin_user

    items = [*admin_menu.menu_items_for_request(request)]
    items += settings_menu.menu_items_for_request(request)

    assert unmarked(str(item.label) for item in items) == set()


def own_templates():
    in_both_languages = {"500.html", "preview_refused.html"}  # nobody's language is known there
    templates = (ROOT / "templates").rglob("*.html")
    return [path for path in templates if path.name not in in_both_languages]


#: What templates may say in all languages: the name of the network, units and codes.
NAMES_IN_TEMPLATES = {"UniverCity", "Univer", "City", "Bochum", "JSON"}
#: Parts of an address and of an id.
NAMES_IN_TEMPLATES |= {"api", "pages", "dashboard"}
#: The handbook is in German, whatever the language of the reader.
NAMES_IN_TEMPLATES |= {"Inhalt"}


@pytest.mark.parametrize("path", own_templates(), ids=lambda path: path.name)
def test_templates_say_nothing_untranslated(path):
    tokens = Lexer(without_translations(path.read_text("utf-8"))).tokenize()
    html = "".join(token.contents for token in tokens if token.token_type == TokenType.TEXT)
    soup = BeautifulSoup(html, "html.parser")
    attributes = ("title", "alt", "aria-label", "placeholder")
    texts = [tag.get(name, "") for tag in soup.find_all() for name in attributes]

    words = set(re.findall(r"[A-Za-zÄÖÜäöüß]{2,}", " ".join([soup.get_text(" "), *texts])))

    assert words - NAMES_IN_TEMPLATES == set()


def without_translations(source):
    """Return a template without what it translates as a block, and without comments."""
    pattern = r"{% blocktranslate.*?{% endblocktranslate %}|{% comment.*?{% endcomment %}|{#.*?#}"
    return re.sub(pattern, "", source, flags=re.DOTALL)


def test_marks_are_seen(pseudo, editor, home):
    """Guard the guard: marked texts of ours and of the framework are in a form."""
    texts = json.dumps(read_places(editor, f"/admin/pages/{home.pk}/edit/"), ensure_ascii=False)

    assert "[!! " in texts
    assert "⟦" in texts
