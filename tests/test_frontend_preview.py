"""Previews in frontends: a token opens one state of one page, for a while, and nothing else."""

import datetime
import json
import logging
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from wagtail.models import GroupPagePermission, Page
from wagtail.test.utils.form_data import nested_form_data
from wagtail_localize.models import StringTranslation, Translation
from wagtail_localize.operations import translate_object

from home.models import StandardPage
from tests.content import raw
from tests.factories import StandardPageFactory
from tests.forms import FORMS, add_address, page_form
from tests.permissions import allow, log_in
from tests.previews import draft_address, edit_address, make_frontend, open_in, token_in
from tests.snapshots import stable
from univercity.frontend_preview.log_format import RedactingFormatter
from univercity.frontend_preview.tokens import make_token, new_nonce
from univercity.models import PreviewToken

HEADERS = {
    "Cache-Control": "no-store, private",
    "X-Robots-Tag": "noindex",
    "Referrer-Policy": "no-referrer",
}


@pytest.fixture
def editor(client, home):
    group = Group.objects.create(name="Redaktion")
    allow(group, home, "add", "change", "publish")
    return log_in(client, group)


@pytest.fixture
def frontend(home):
    return make_frontend()


@pytest.fixture
def page(home):
    """A page that is public as "Vorher"."""
    return StandardPageFactory(parent=home, title="Vorher", slug="seite")


@pytest.fixture
def token(client, editor, frontend, page):
    """The token of a preview panel whose form says "Nachher"."""
    return token_in(open_in(client, edit_address(page), frontend, unsaved()))


@pytest.fixture
def reader():
    """A frontend: a client without a session."""
    return Client()


def unsaved(title="Nachher", **fields):
    return page_form(title, **{"slug": "seite", **FORMS[StandardPage], **fields})


def answers(page, token):
    """Return each way to hand in a token: address, query and headers."""
    header = {"X-Preview-Token": token}
    return {
        "v2 by query": (f"/api/v2/pages/{page.pk}/", {"preview_token": token}, {}),
        "v2 by header": (f"/api/v2/pages/{page.pk}/", {}, header),
        "v3 by query": (f"/api/v3/pages/{page.pk}/", {"preview_token": token}, {}),
        "v3 by header": (f"/api/v3/pages/{page.pk}/", {}, header),
        "preview by query": ("/api/v3/preview/", {"token": token}, {}),
        "preview by header": ("/api/v3/preview/", {}, header),
    }


WAYS = sorted(answers(Page(pk=1), ""))


def ask(reader, page, token, way="preview by header"):
    address, query, headers = answers(page, token)[way]
    return reader.get(address, query, headers=headers)


def page_in(response):
    """Return the page of an answer, which /preview/ answers as /resolve/ does."""
    answer = response.json()
    return answer.get("page", answer)


def problem_of(response):
    assert response["Content-Type"] == "application/problem+json"
    assert {name: response[name] for name in HEADERS} == HEADERS
    return response.status_code, response.json()["type"]


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
    assert resolved["Cache-Control"] == "no-store, private"


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
    assert response["Cache-Control"].startswith("no-store, private")
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
    text = (Path(__file__).parents[1] / "docs" / "api.md").read_text(encoding="utf-8")
    [with_header] = re.findall(r'curl -H "X-Preview-Token: \$TOKEN" "\$SITE(/[^"]+)"', text)
    [with_query] = re.findall(r'curl "\$SITE(/[^"]+\$TOKEN)"', text)

    answers = [
        reader.get(with_header, headers={"X-Preview-Token": token}),
        reader.get(with_query.replace("$TOKEN", token)),
    ]

    assert [answer.status_code for answer in answers] == [200, 200]


# How long, for whom, and for what


@pytest.mark.parametrize("way", WAYS)
def test_token_ends_after_an_hour(monkeypatch, reader, page, token, way):
    pass_time(monkeypatch, minutes=59)
    assert ask(reader, page, token, way).status_code == 200

    pass_time(monkeypatch, minutes=2)

    problem = (401, "/api/problems/preview-token-expired/")
    assert problem_of(ask(reader, page, token, way)) == problem


def pass_time(monkeypatch, **duration):
    now, later = timezone.now, datetime.timedelta(**duration)
    monkeypatch.setattr(timezone, "now", lambda: now() + later)


def test_setting_says_how_long_a_token_lasts(client, settings, editor, frontend, page):
    settings.PREVIEW_TOKEN_MINUTES = 5

    open_in(client, edit_address(page), frontend, unsaved())

    row = PreviewToken.objects.get()
    assert row.expires_at - row.created_at == datetime.timedelta(minutes=5)


def test_panel_in_use_keeps_its_token_and_prolongs_it(
    monkeypatch, client, reader, frontend, page, token
):
    pass_time(monkeypatch, minutes=40)
    again = token_in(open_in(client, edit_address(page), frontend, unsaved("Noch später")))
    pass_time(monkeypatch, minutes=40)

    assert again == token
    assert PreviewToken.objects.count() == 1
    assert page_in(ask(reader, page, token))["title"] == "Noch später"


def test_panel_gets_another_token_after_the_old_one_expired(
    monkeypatch, client, reader, frontend, page, token
):
    pass_time(monkeypatch, minutes=61)

    again = token_in(open_in(client, edit_address(page), frontend, unsaved()))

    assert again != token
    assert ask(reader, page, again).status_code == 200
    assert ask(reader, page, token).status_code == 401


@pytest.mark.parametrize("way", WAYS)
def test_revoked_token_opens_nothing(client, reader, frontend, page, token, way):
    row = PreviewToken.objects.get()
    client.post(f"/admin/reports/previews/{row.pk}/revoke/")

    again = token_in(open_in(client, edit_address(page), frontend, unsaved()))

    problem = (401, "/api/problems/preview-token-revoked/")
    assert problem_of(ask(reader, page, token, way)) == problem
    assert ask(reader, page, again, way).status_code == 200
    assert "Nachher" not in json.dumps(PreviewToken.objects.get(pk=row.pk).state)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    "garbled", ["x", "ucp_x.y", "ucp_%00", "ü", make_token(new_nonce())], ids=range(5)
)
def test_garbled_token_opens_nothing_not_even_what_is_public(reader, page, way, garbled):
    if "header" in way and not garbled.isascii():
        garbled = garbled.encode().decode("latin-1")
    problem = (401, "/api/problems/preview-token-invalid/")

    assert problem_of(ask(reader, page, garbled, way)) == problem


def test_request_for_a_preview_without_a_token_is_refused(reader, home):
    assert problem_of(reader.get("/api/v3/preview/"))[0] == 401


@pytest.mark.parametrize("version", ["v2", "v3"])
def test_token_opens_no_other_page(reader, home, page, token, version):
    other = StandardPageFactory(parent=home, live=False)
    problem = (401, "/api/problems/preview-token-foreign/")

    for target in (other, home):
        address = f"/api/{version}/pages/{target.pk}/"
        assert problem_of(reader.get(address, headers={"X-Preview-Token": token})) == problem


def deactivate(editor, page):
    editor.is_active = False
    editor.save()


def take_the_admin_away(editor, page):
    editor.groups.get().permissions.clear()


def take_the_page_away(editor, page):
    GroupPagePermission.objects.all().delete()


@pytest.mark.parametrize("lose", [deactivate, take_the_admin_away, take_the_page_away])
def test_token_of_somebody_who_lost_the_right_opens_nothing(reader, editor, page, token, lose):
    lose(editor, page)

    problem = (401, "/api/problems/preview-token-revoked/")
    assert problem_of(ask(reader, page, token)) == problem
    assert reader.get("/preview/", {"token": token}).status_code == 401


def test_token_of_a_deleted_page_opens_nothing(reader, page, token):
    page.delete()

    assert problem_of(ask(reader, page, token))[0] == 401


def test_refused_html_preview_says_so_in_both_languages(reader, home):
    response = reader.get("/preview/", {"token": "x"})

    assert response.status_code == 401
    assert response["WWW-Authenticate"].startswith("PreviewToken")
    assert {name: response[name] for name in HEADERS} == HEADERS
    for text in ("Diese Vorschau ist geschlossen", "This preview is closed"):
        assert text in response.content.decode()


def test_token_of_the_last_key_still_opens(settings, reader, page, token):
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another" * 10

    assert ask(reader, page, token).status_code == 200


# Secrecy and housekeeping


def test_token_is_nowhere_in_the_database(page, token):
    signature = token.rpartition(".")[2]
    [stored] = PreviewToken.objects.values_list()

    assert signature not in str(stored)


def test_log_holds_no_token(client, reader, page, token, caplog):
    caplog.set_level(logging.DEBUG)
    caplog.handler.setFormatter(RedactingFormatter("{message}", style="{"))
    for way in WAYS:
        ask(reader, page, token, way)
        ask(reader, page, f"{token}x", way)
    reader.get("/preview/", {"token": token})
    try:
        raise ValueError(f"https://app.example.org/?token={token}")
    except ValueError:
        logging.getLogger("univercity").exception("GET /preview/?token=%s", token)

    assert "Unauthorized" in caplog.text
    assert "GET /preview/?token=ucp_…" in caplog.text
    assert token.rpartition(".")[2] not in caplog.text


@pytest.mark.parametrize("name", ["django.server", "django.request", "univercity", "gunicorn"])
def test_every_logger_of_the_site_takes_tokens_out(settings, token, name):
    code = (
        "import logging, django; django.setup(); "
        f"logging.getLogger({name!r}).error('GET /preview/?token=%s', {token!r})"
    )
    environment = {**os.environ, "DEBUG": "1", "DJANGO_SETTINGS_MODULE": "config.settings"}
    environment["PYTHONPATH"] = os.pathsep.join(sys.path)

    output = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )

    assert "GET /preview/?token=ucp_…" in output.stderr
    assert token.rpartition(".")[2] not in output.stdout + output.stderr


def test_error_message_does_not_repeat_the_token(reader, page, token):
    assert token not in ask(reader, page, f"{token}x").content.decode()


def test_last_use_is_kept(monkeypatch, reader, page, token):
    ask(reader, page, token)
    first = PreviewToken.objects.get().last_used_at
    pass_time(monkeypatch, minutes=5)
    ask(reader, page, token)

    assert PreviewToken.objects.get().last_used_at - first >= datetime.timedelta(minutes=5)


@pytest.mark.parametrize(("hours", "left"), [(24, 1), (26, 0)])
def test_clock_forgets_tokens_a_day_after_they_expired(monkeypatch, page, token, hours, left):
    pass_time(monkeypatch, hours=hours)

    call_command("tick")

    assert PreviewToken.objects.count() == left
