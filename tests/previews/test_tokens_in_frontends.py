"""Previews in frontends: a token opens one state of one page, for a while, and nothing else."""

import datetime
import json
import re
from pathlib import Path

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction
from wagtail.test.utils.form_data import nested_form_data
from wagtail_localize.models import StringTranslation, Translation
from wagtail_localize.operations import translate_object

from home.models import StandardPage
from tests.api.snapshots import stable
from tests.factories import StandardPageFactory
from tests.forms import FORMS, add_address, page_form
from tests.permissions import allow
from tests.previews.panel import (
    HEADERS,
    WAYS,
    ask,
    draft_address,
    edit_address,
    open_in,
    page_in,
    problem_of,
    token_in,
    unsaved,
)
from tests.sample_content import raw


@pytest.mark.parametrize("way", WAYS)
def test_token_shows_the_unsaved_page(reader, page, token, way):
    response = ask(reader, page, token, way)

    answer = page_in(response)
    assert (answer["id"], answer["title"]) == (page.pk, "Nachher")
    assert "Willkommen." in json.dumps(answer["body"])
    assert {name: response[name] for name in HEADERS} == HEADERS


def test_preview_answers_what_resolve_does(reader, home, page, token):
    answer = reader.get("/api/v3/preview/", headers={"X-Preview-Token": token}).json()

    assert (answer["kind"], answer["version"], answer["locale"]) == ("page", "draft", "de")
    assert [above["href"] for above in answer["breadcrumbs"]] == ["/de/"]
    assert answer["seo"]["title"].startswith("Nachher")
    assert answer["seo"]["robots"] == "noindex"
    asked = {"path": "/de/seite/", "version": "draft"}
    resolved = reader.get("/api/v3/resolve/", asked, headers={"X-Preview-Token": token})
    assert resolved.json() == answer
    assert resolved["Cache-Control"] == "private, no-store"


def test_resolve_with_a_token_tells_nothing_of_other_drafts(reader, home, page, token):
    StandardPageFactory(parent=home, slug="geheim", live=False)
    header = {"X-Preview-Token": token}

    for path in ("/de/geheim/", "/de/nirgends/"):
        response = reader.get(
            "/api/v3/resolve/", {"path": path, "version": "draft"}, headers=header
        )
        assert response.status_code == 404
    asked = {"path": "/de/", "version": "draft"}
    assert problem_of(reader.get("/api/v3/resolve/", asked, headers=header))[0] == 401
    asked = {"path": "/de/seite/", "version": "draft", "preview_token": f"{token}x"}
    assert problem_of(reader.get("/api/v3/resolve/", asked))[0] == 401


def test_token_opens_no_future(reader, page, token):
    asked = {"path": "/de/seite/", "at": "2100-01-01T00:00:00Z"}

    response = reader.get("/api/v3/resolve/", asked, headers={"X-Preview-Token": token})

    assert response.status_code == 401


@pytest.mark.parametrize("hide", ["draft", "closed"])
def test_preview_names_no_page_above_that_is_hidden(client, editor, reader, frontend, home, hide):
    section = StandardPageFactory(parent=home, title="Geheim", live=hide != "draft")
    if hide == "closed":
        PageViewRestriction.objects.create(page=section, restriction_type="login")
    page = StandardPageFactory(parent=section, title="Vorher", slug="seite")
    token = token_in(open_in(client, edit_address(page), frontend, unsaved()))

    answer = ask(reader, page, token).json()

    assert [above["title"] for above in answer["breadcrumbs"]] == [home.title]


@pytest.mark.parametrize("version", ["v2", "v3"])
def test_public_answer_stays_what_it_was_beside_a_preview(reader, page, token, version):
    response = reader.get(f"/api/{version}/pages/{page.pk}/")

    assert response.json()["title"] == "Vorher"
    assert "no-store" not in response.get("Cache-Control", "")


def test_preview_answer_is_that_of_the_page_once_it_is_published(
    client, editor, reader, frontend, page
):
    page.save_revision().publish()
    form = unsaved("Vorher", introduction="Neue Einführung.")
    token = token_in(open_in(client, edit_address(page), frontend, form))
    shown = ask(reader, page, token, "v3 by header").json()

    form |= {"action-publish": "1"}
    client.post(f"/admin/pages/{page.pk}/edit/", nested_form_data(form))

    assert shown["introduction"] == "Neue Einführung."
    assert stable(shown) == stable(reader.get(f"/api/v3/pages/{page.pk}/").json())


def test_frontend_is_told_token_path_and_language(client, editor, frontend, page):
    response = open_in(client, edit_address(page), frontend, unsaved())

    address, query = response["Location"].split("?")
    assert address == "https://app.example.org/preview"
    assert query.endswith("&path=%2Fde%2Fseite%2F&locale=de")
    assert response["Cache-Control"].startswith("private, no-store")
    assert response["Referrer-Policy"] == "no-referrer"


def test_html_shows_the_unsaved_page_without_an_account(reader, page, token):
    response = reader.get("/preview/", {"token": token})

    html = response.content.decode()
    assert "<h1>Nachher</h1>" in html
    assert '<html lang="de">' in html
    assert "wagtail-userbar" not in html
    assert {name: response[name] for name in HEADERS} == HEADERS


def test_page_that_was_never_saved_is_previewed(client, editor, reader, frontend, home):
    address = f"{add_address(StandardPage, home)}preview/"
    response = open_in(client, address, frontend, page_form("Neu", **FORMS[StandardPage]))

    assert "path=%2Fde%2Fneu%2F" in response["Location"]
    answer = page_in(reader.get("/api/v3/preview/", {"token": token_in(response)}))
    assert (answer["id"], answer["title"]) == (0, "Neu")
    html = reader.get("/preview/", {"token": token_in(response)}).content.decode()
    assert "<h1>Neu</h1>" in html


def test_draft_and_scheduled_page_are_previewed(client, editor, reader, frontend, home):
    draft = StandardPageFactory(parent=home, title="Geplant", live=False)
    draft.go_live_at = timezone.now() + datetime.timedelta(days=3)
    draft.save_revision(user=editor).publish()

    token = token_in(open_in(client, draft_address(draft), frontend))

    assert ask(reader, draft, token, "v2 by header").json()["title"] == "Geplant"
    assert reader.get(f"/api/v3/pages/{draft.pk}/").status_code == 404


def test_translation_is_previewed_before_it_is_saved_to_the_page(
    client, editor, reader, frontend, home, english
):
    translate_object(home, [english])
    english_home = home.get_translation(english)
    allow(editor.groups.get(), english_home, "change")
    page = StandardPageFactory(parent=home, title="Impressum", introduction="Wer verantwortet.")
    translate_object(page, [english])
    translation = Translation.objects.get(source__object_id=page.translation_key)
    segment = translation.source.stringsegment_set.get(context__path="introduction")
    StringTranslation.objects.create(
        translation_of=segment.string, locale=english, context=segment.context, data="Who answers."
    )

    response = client.get(
        f"/admin/localize/translate/{translation.pk}/preview/frontend-{frontend.pk}/"
    )

    assert response["Location"].endswith("&locale=en")
    answer = page_in(reader.get("/api/v3/preview/", {"token": token_in(response)}))
    assert (answer["introduction"], answer["meta"]["locale"]) == ("Who answers.", "en")


def test_drafts_that_a_preview_links_to_stay_hidden(client, editor, reader, frontend, home, page):
    draft = StandardPageFactory(parent=home, title="Geheim", live=False)
    link = {"label": "Mehr", "page": draft.pk, "url": ""}
    text = f'<p><a linktype="page" id="{draft.pk}">hier</a></p>'
    blocks = [("text", text), ("button_group", {"buttons": [raw_item(link)]})]
    page.body = json.dumps(raw(blocks))
    page.save_revision(user=editor)
    token = token_in(open_in(client, draft_address(page), frontend))

    answer = ask(reader, page, token).content.decode()

    assert "<a>hier</a>" in answer.encode().decode("unicode_escape")
    assert "Geheim" not in answer
    assert draft.slug not in answer


def raw_item(value):
    return {"type": "item", "value": value, "id": "0"}


def test_examples_of_the_documentation_answer(reader, token):
    text = (Path(__file__).parents[2] / "docs" / "api.md").read_text(encoding="utf-8")
    [with_header] = re.findall(r'curl -H "X-Preview-Token: \$TOKEN" "\$SITE(/[^"]+)"', text)
    [with_query] = re.findall(r'curl "\$SITE(/[^"]+\$TOKEN)"', text)

    answers = [
        reader.get(with_header, headers={"X-Preview-Token": token}),
        reader.get(with_query.replace("$TOKEN", token)),
    ]

    assert [answer.status_code for answer in answers] == [200, 200]
