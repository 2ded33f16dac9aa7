"""How long a preview token opens its page, for whom, and that nobody else comes by it."""

import datetime
import json
import logging
import os
import subprocess
import sys

import pytest
from django.core.management import call_command
from wagtail.models import GroupPagePermission

from tests.factories import StandardPageFactory
from tests.previews.panel import (
    HEADERS,
    WAYS,
    ask,
    edit_address,
    open_in,
    page_in,
    pass_time,
    problem_of,
    token_in,
    unsaved,
)
from univercity.previews.models import PreviewToken
from univercity.previews.tokens import RedactingFormatter, make_token, new_nonce


@pytest.mark.parametrize("way", WAYS)
def test_token_ends_after_an_hour(monkeypatch, reader, page, token, way):
    pass_time(monkeypatch, minutes=59)
    assert ask(reader, page, token, way).status_code == 200

    pass_time(monkeypatch, minutes=2)

    problem = (401, "/api/problems/preview-token-expired/")
    assert problem_of(ask(reader, page, token, way)) == problem


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


def test_token_of_a_new_page_ends_with_the_right_to_add_it(client, editor, reader, frontend, home):
    form = unsaved("Neu", slug="neu")
    address = f"/admin/pages/add/home/standardpage/{home.pk}/preview/"
    token = token_in(open_in(client, address, frontend, form))
    assert reader.get("/api/v3/preview/", {"token": token}).status_code == 200

    GroupPagePermission.objects.all().delete()

    problem = (401, "/api/problems/preview-token-revoked/")
    assert problem_of(reader.get("/api/v3/preview/", {"token": token})) == problem


def test_token_of_a_deleted_page_opens_nothing(reader, page, token):
    page.delete()

    assert problem_of(ask(reader, page, token))[0] == 401


@pytest.mark.parametrize(
    ("address", "parameter"),
    [("/preview/", "token"), ("/api/v3/preview/", "token"), ("/api/v3/pages/{}/", "preview_token")],
)
def test_refusal_names_the_parameter_of_the_address(reader, page, address, parameter):
    response = reader.get(address.format(page.pk), {parameter: "x"})

    assert response["WWW-Authenticate"] == f'PreviewToken parameter="{parameter}"'


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


def test_every_logger_of_the_site_takes_tokens_out(settings, token):
    names = ["django.server", "django.request", "univercity", "gunicorn"]
    code = (
        "import logging, django; django.setup()\n"
        f"for name in {names!r}:\n"
        f"  logging.getLogger(name).error('%s: GET /preview/?token=%s', name, {token!r})"
    )
    environment = {**os.environ, "DEBUG": "1", "DJANGO_SETTINGS_MODULE": "config.settings"}
    environment["PYTHONPATH"] = os.pathsep.join(sys.path)

    output = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )

    for name in names:
        assert f"{name}: GET /preview/?token=ucp_…" in output.stderr
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
