"""The checks of published pages, their report, and the checker in the editor."""

import json

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.blocks import StreamValue

from calendar_pages.models import EventPage
from home.models import StandardPage
from network.models import PartnerPage
from tests.editorial.worklists import report
from tests.factories import (
    EventDateFactory,
    EventPageFactory,
    PartnerPageFactory,
    StandardPageFactory,
)
from tests.permissions import allow, log_in
from tests.sample_content import raw, story
from univercity.editorial.content_checks.wording import MEANINGLESS_LINKS
from univercity.editorial.models import ContentCheck

BAD = '<p>Alles Weitere <a href="https://www.bochum.de">hier</a>. ' + "Wort " * 26 + "</p>"


@pytest.fixture
def publish(django_capture_on_commit_callbacks):
    def publish_page(page):
        with django_capture_on_commit_callbacks(execute=True):
            page.save_revision().publish()
        return type(page).objects.get(pk=page.pk)

    return publish_page


def page_with(home, html, **fields):
    body = raw([("text", html)])
    block = StandardPage._meta.get_field("body").stream_block
    return StandardPageFactory(parent=home, body=StreamValue(block, body, is_lazy=True), **fields)


# Checks of published pages


def test_published_page_is_checked(home, publish):
    page = publish(page_with(home, BAD))

    check = ContentCheck.objects.get()
    assert check.page_id == page.pk
    assert check.revision == page.live_revision
    assert check.counts == {"link-text": 1, "long-sentence": 1}
    assert check.findings[0] == {"kind": "link-text", "text": "hier"}
    assert check.words == 29


def test_corrected_page_has_no_findings_any_more(home, publish):
    page = publish(page_with(home, BAD))
    page.body = StreamValue(page.body.stream_block, raw([("text", "<p>Gut.</p>")]), is_lazy=True)

    publish(page)

    assert (ContentCheck.objects.get().total, ContentCheck.objects.get().counts) == (0, {})


def test_page_that_goes_offline_has_no_result_any_more(
    home, publish, django_capture_on_commit_callbacks
):
    page = publish(page_with(home, BAD))

    with django_capture_on_commit_callbacks(execute=True):
        page.unpublish()

    assert not ContentCheck.objects.exists()


def test_english_page_is_checked_by_english_rules(home, publish, translate):
    translate(home, slug="home")
    english = translate(page_with(home, BAD))
    text = '<p>Read <a href="https://www.bochum.de">more</a>, not <a href="/x">hier</a>.</p>'
    english.body = StreamValue(english.body.stream_block, raw([("text", text)]), is_lazy=True)

    publish(english)

    [finding] = ContentCheck.objects.get(page=english).findings
    assert finding == {"kind": "link-text", "text": "more"}


def test_command_checks_all_public_pages(home, calendar, network, capsys):
    event = EventPageFactory(parent=calendar)
    EventDateFactory(page=event)
    PartnerPageFactory(parent=network)
    StandardPageFactory(parent=home, live=False)

    call_command("check_content")

    assert "5 pages checked" in capsys.readouterr().out
    checked = {check.page.specific_class for check in ContentCheck.objects.all()}
    assert {EventPage, PartnerPage} <= checked
    assert ContentCheck.objects.count() == 5


def test_command_can_leave_out_what_was_checked(home, leitbild, calendar, capsys):
    call_command("check_content", unchecked=True)
    ContentCheck.objects.filter(page=calendar).delete()
    ContentCheck.objects.update(words=0)

    call_command("check_content", unchecked=True)

    assert "1 pages checked" in capsys.readouterr().out
    assert ContentCheck.objects.get(page=calendar)
    assert ContentCheck.objects.filter(words=0).count() == 2


def test_every_block_can_be_checked(home, leitbild):
    block = StandardPage._meta.get_field("body").stream_block
    body = StreamValue(block, raw(story(page=leitbild)), is_lazy=True)
    page = StandardPageFactory(parent=home, body=body)

    call_command("check_content")

    assert ContentCheck.objects.get(page=page).words > 10


# The report


def test_report_says_what_was_found_where(client, editor, home, publish):
    publish(page_with(home, BAD, title="Ankündigung"))

    [row] = report(client, "content")

    assert row[:6] == [
        "Ankündigung",
        "Deutsch",
        "2",
        "Link ohne Aussage (1), Langer Satz (1)",
        "hier",
        "29",
    ]


def test_report_speaks_english(client, editor, home, publish):
    publish(page_with(home, BAD, title="Ankündigung"))
    editor.wagtail_userprofile.preferred_language = "en"
    editor.wagtail_userprofile.save()

    [row] = report(client, "content")

    assert row[3] == "Link text that says nothing (1), Long sentence (1)"


def test_report_says_how_easy_a_text_is(client, editor, home, publish):
    easy = "<p>" + "Wir gehen ins Haus. Es ist schön dort. Komm mit uns. " * 10 + "</p>"
    publish(page_with(home, easy))

    [row] = report(client, "content")

    assert row[6].endswith("(leicht zu lesen)")


def test_report_is_filtered_and_exported(client, editor, home, publish):
    publish(page_with(home, BAD, title="Schlecht"))
    publish(page_with(home, "<p>Gut.</p>", title="Gut"))

    assert [row[0] for row in report(client, "content")] == ["Schlecht", "Gut"]
    assert [row[0] for row in report(client, "content", kind="link-text")] == ["Schlecht"]
    assert report(client, "content", kind="alt-text") == []
    answer = client.get("/admin/reports/content/", {"export": "csv"})
    lines = b"".join(answer.streaming_content).decode().splitlines()
    assert lines[0].startswith("Titel,Sprache,Befunde,")
    assert lines[1].startswith("Schlecht,Deutsch,2,")


def test_report_shows_only_pages_that_the_user_may_change(client, home, publish):
    mine = publish(page_with(home, BAD, title="Meine"))
    publish(page_with(home, BAD, title="Fremde"))
    group = Group.objects.create(name="Partner")
    allow(group, mine, "change")
    log_in(client, group)

    assert [row[0] for row in report(client, "content")] == ["Meine"]


def test_report_is_closed_to_those_without_pages(client, home):
    log_in(client, Group.objects.create(name="Ohne Seiten"))

    assert client.get("/admin/reports/content/").status_code == 302


def test_queries_of_the_report_do_not_grow(client, editor, home, publish):
    def count():
        client.get("/admin/reports/content/")
        with CaptureQueriesContext(connection) as queries:
            assert client.get("/admin/reports/content/").status_code == 200
        return len(queries)

    publish(page_with(home, BAD))
    before = count()
    publish(page_with(home, BAD))
    publish(page_with(home, BAD))

    assert count() == before


# The checker in the editor


def configuration(client, address):
    soup = BeautifulSoup(client.get(address).content, "html.parser")
    script = soup.find("script", id="checker-axe-configuration")
    template = soup.find("template", id="wagtail-userbar-template")
    if script is None and template:
        script = template.find("script", id="checker-axe-configuration")
    return json.loads(script.string)


@pytest.mark.parametrize("address", ["/admin/pages/{page}/edit/", "{url}"])
def test_editor_and_page_are_checked_by_our_rules(client, editor, home, address):
    page = StandardPageFactory(parent=home)

    found = configuration(client, address.format(page=page.pk, url=page.url))

    rules = found["options"]["runOnly"]
    assert {"heading-order", "empty-heading", "link-name", "color-contrast"} <= set(rules)
    assert "univercity-link-text" in rules
    checks = {check["id"]: check for check in found["spec"]["checks"]}
    words = checks["univercity-check-link-text"]["options"]
    assert words["de"]["links"] == MEANINGLESS_LINKS["de"]
    assert words["en"]["longestSentence"] == 25


@pytest.mark.parametrize(
    ("language", "message"),
    [("de", "Link ohne Aussage"), ("en", "Link text that says nothing")],
)
def test_checker_speaks_the_language_of_the_admin(client, editor, home, language, message):
    editor.wagtail_userprofile.preferred_language = language
    editor.wagtail_userprofile.save()
    page = StandardPageFactory(parent=home)

    messages = configuration(client, f"/admin/pages/{page.pk}/edit/")["messages"]

    assert messages["univercity-link-text"]["error_name"] == message


def test_our_script_comes_as_a_module_and_only_for_editors(client, editor, home):
    page = StandardPageFactory(parent=home)
    tag = '<script src="/static/editorial/js/content-checks.js" type="module"></script>'

    assert tag in client.get(page.url).content.decode()
    client.logout()
    assert "content-checks.js" not in client.get(page.url).content.decode()
