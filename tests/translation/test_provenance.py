"""Which language each text of an answer is in, who wrote it, and whether it is out of date."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource

from tests.factories import SharedContentFactory, StandardPageFactory
from tests.sample_content import listed, raw
from univercity.api.resolve.answer import stream_items
from univercity.translation.units import approve, units_of

RESOLVE = "/api/v3/resolve/"
HUMAN, MACHINE = {"lang": "en", "origin": "human"}, {"lang": "en", "origin": "machine"}


@pytest.fixture
def german_page(home, translate):
    translate(home, slug="home")
    inner = raw([("heading", {"text": "Innen", "level": "2"})])
    inner[0]["id"] = "00000000-0000-0000-0003-000000000000"
    question = {"title": "Wann?", "text": "<p>Bald.</p>"}
    body = [
        ("text", "<p>Erster Absatz.</p><p>Zweiter Absatz.</p>"),
        ("section", {"content": inner, "background": "light", "width": "text"}),
        ("accordion", {"heading": "Fragen", "items": listed(question)}),
    ]
    page = StandardPageFactory(
        parent=home, slug="seite", title="Seite", teaser="Kurz.", body=json.dumps(raw(body))
    )
    page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


def translate_texts(source, english, kind="manual", *, but=()):
    """Translate each text of ``source`` that has no translation yet, but those named."""
    for segment in StringSegment.objects.filter(source=source).select_related("string"):
        if segment.string.data not in but:
            StringTranslation.objects.get_or_create(
                translation_of=segment.string,
                locale=english,
                context=segment.context,
                defaults={"data": f"English {segment.string.data}", "translation_type": kind},
            )


@pytest.fixture
def to_english(english):
    """Return a function that hands a page or snippet over, translates it and publishes it.

    With gaps that is possible only while the translation is stopped.
    """

    def publish(instance, kind="manual", *, but=()):
        source, _created = TranslationSource.update_or_create_from_instance(instance)
        translation, _created = Translation.objects.get_or_create(
            source=source, target_locale=english
        )
        translate_texts(source, english, kind, but=but)
        approve(translation, units_of([translation]), reviewer=None)
        translated, _created = source.create_or_update_translation(
            english, publish=False, fallback=bool(but)
        )
        Translation.objects.filter(pk=translation.pk).update(enabled=not but)
        translated.get_latest_revision().publish()
        Translation.objects.filter(pk=translation.pk).update(enabled=True)
        return type(instance).objects.get(pk=translated.pk)

    return publish


def hand_over(page):
    source, _created = TranslationSource.update_or_create_from_instance(page)
    source.update_from_db()
    return source


def change(page, text, new):
    """Publish the page with a text of its body changed."""
    page = type(page).objects.get(pk=page.pk)
    body = json.dumps(list(page.body.raw_data), default=dict)
    page.body = body.replace(text, new)
    page.save_revision().publish()


@pytest.fixture
def ask(client):
    def ask_for(page, **parameters):
        path = page if isinstance(page, str) else page.url
        return client.get(RESOLVE, {"path": path, **parameters}).json()

    return ask_for


def items_of(answer):
    """Return language, origin and staleness of each stream item by its type."""
    return {
        item["type"]: tuple(item.get(name) for name in ("lang", "origin", "stale"))
        for item in stream_items(answer["page"])
    }


def test_source_page_is_its_own_origin(ask, german_page):
    answer = ask(german_page)

    assert set(items_of(answer).values()) == {("de", "source", False)}
    assert answer["provenance"] == dict.fromkeys(
        ["title", "teaser"], {"lang": "de", "origin": "source", "stale": False}
    )


@pytest.mark.parametrize(("kind", "origin"), [("manual", "human"), ("machine", "machine")])
def test_translation_says_who_made_it(ask, german_page, to_english, kind, origin):
    answer = ask(to_english(german_page, kind))
    items = items_of(answer)

    assert items == {
        "text": ("en", origin, False),
        "section": (None, None, None),  # has no words of its own
        "heading": ("en", origin, False),
        "accordion": ("en", origin, False),
    }
    assert answer["provenance"]["teaser"] == {"lang": "en", "origin": origin, "stale": False}


def test_worst_of_several_texts_counts(ask, german_page, to_english):
    english_page = to_english(german_page)
    machine = StringTranslation.objects.filter(translation_of__data="Zweiter Absatz.")
    machine.update(translation_type="machine")

    items = items_of(ask(english_page))

    assert items["text"] == ("en", "machine", False)
    assert items["heading"] == ("en", "human", False)


@pytest.mark.parametrize("handed_over", [False, True])
@pytest.mark.parametrize(
    ("text", "stale"), [("Zweiter Absatz.", "text"), ("Innen", "heading"), ("Bald.", "accordion")]
)
def test_changed_source_text_makes_its_translation_stale(
    ask, german_page, to_english, text, stale, handed_over
):
    english_page = to_english(german_page)
    change(german_page, text, "Ganz neu.")
    if handed_over:
        hand_over(type(german_page).objects.get(pk=german_page.pk))

    items = items_of(ask(english_page))

    assert {name for name, found in items.items() if found[2]} == {stale}
    assert items[stale][:2] == ("en", "human")


def test_translation_that_is_not_published_yet_leaves_the_text_stale(
    ask, german_page, to_english, english
):
    english_page = to_english(german_page)
    change(german_page, "Innen", "Ganz neu")
    translate_texts(hand_over(german_page), english, "machine")

    assert items_of(ask(english_page))["heading"][2] is True
    to_english(type(german_page).objects.get(pk=german_page.pk))
    assert items_of(ask(english_page))["heading"] == ("en", "machine", False)


def test_text_published_without_translation_is_a_fallback(ask, german_page, to_english):
    english_page = to_english(german_page, but=["Innen", "Kurz."])

    answer = ask(english_page)

    assert items_of(answer)["heading"] == ("de", "fallback", False)
    assert items_of(answer)["text"] == ("en", "human", False)
    assert answer["provenance"]["teaser"] == {"lang": "de", "origin": "fallback", "stale": False}


def test_page_translated_by_hand_is_stale_once_the_source_is_newer(ask, german_page, translate):
    english_page = translate(german_page, slug="page")

    assert set(items_of(ask(english_page)).values()) == {("en", "human", False)}
    german_page.save_revision().publish()
    assert set(items_of(ask(english_page)).values()) == {("en", "human", True)}


def test_shared_content_has_its_own_provenance(ask, home, german_page, to_english):
    body = raw([("lead", "Gemeinsam.")])
    body[0]["id"] = "00000000-0000-0000-0004-000000000000"
    content = SharedContentFactory(name="Baustein", body=json.dumps(body))
    content.save_revision().publish()
    to_english(content, "machine")
    page = StandardPageFactory(
        parent=home,
        slug="mit-baustein",
        body=json.dumps(raw([("shared_content", {"content": content.pk})])),
    )
    page.save_revision().publish()

    items = items_of(ask(to_english(page)))

    assert items["lead"] == ("en", "machine", False)


# fallback=de


def test_missing_translation_falls_back_when_asked(ask, german_page):
    assert ask("/en/seite/")["status"] == 404

    answer = ask("/en/seite/", fallback="de")

    assert (answer["locale"], answer["requested_locale"], answer["fallback"]) == ("de", "en", True)
    assert answer["page"]["id"] == german_page.pk
    assert set(items_of(answer).values()) == {("de", "fallback", False)}
    assert answer["provenance"]["title"]["origin"] == "fallback"
    assert [crumb["href"] for crumb in answer["breadcrumbs"]] == ["/de/"]
    assert answer["seo"]["canonical"].endswith("/de/seite/")
    assert answer["seo"]["robots"] == "noindex"


def test_unpublished_translation_falls_back_at_its_own_address(ask, german_page, translate):
    english_page = translate(german_page, slug="page")
    assert ask("/en/page/", fallback="de")["fallback"] is False

    english_page.unpublish()

    assert ask("/en/page/")["status"] == 404
    answer = ask("/en/page/", fallback="de")
    assert (answer["page"]["id"], answer["fallback"]) == (german_page.pk, True)


def test_page_below_a_translated_one_falls_back(ask, german_page, translate):
    child = StandardPageFactory(parent=german_page, slug="unten")
    translate(german_page, slug="page")

    assert ask("/en/page/unten/", fallback="de")["page"]["id"] == child.pk


def test_language_without_home_page_falls_back_instead_of_redirecting(ask, home, english):
    page = StandardPageFactory(parent=home, slug="seite")

    assert ask("/en/seite/")["kind"] == "redirect"
    assert ask("/en/seite/", fallback="de")["page"]["id"] == page.pk


@pytest.mark.parametrize("path", ["/en/nirgends/", "/de/nirgends/", "/en/geheim/", "/en/seite.xml"])
def test_fallback_finds_nothing_that_is_not_public(ask, home, german_page, path):
    StandardPageFactory(parent=home, slug="geheim", live=False)

    assert ask(path, fallback="de")["status"] == 404


@pytest.mark.parametrize("parameters", [{"fallback": "en"}, {"fallback": "x"}, {"locale": "fr"}])
def test_language_must_be_one_of_the_site(client, home, parameters):
    assert client.get(RESOLVE, {"path": "/de/", **parameters}).status_code == 422


def test_queries_are_the_same_for_one_text_and_many(client, home, translate, to_english):
    translate(home, slug="home")

    def measure(number):
        body = raw([("lead", f"Satz {at}.") for at in range(number)])
        page = StandardPageFactory(parent=home, slug=f"lang-{number}", body=json.dumps(body))
        page.save_revision().publish()
        path = to_english(page).url
        with CaptureQueriesContext(connection) as fresh:
            assert client.get(RESOLVE, {"path": path}).status_code == 200
        Page.objects.get(pk=page.pk).specific.save_revision().publish()
        with CaptureQueriesContext(connection) as outdated:
            assert client.get(RESOLVE, {"path": path}).status_code == 200
        return len(fresh), len(outdated)

    assert measure(1) == measure(20)
