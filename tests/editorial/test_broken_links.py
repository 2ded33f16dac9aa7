"""The report of broken links, and links to this site that were written with the full address."""

import json

import pytest
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents import get_document_model

from tests.factories import StandardPageFactory, VenueFactory
from tests.permissions import allow, log_in
from tests.sample_content import raw
from univercity.editorial.link_check.checking import check
from univercity.editorial.link_check.extraction import collect_all
from univercity.editorial.models import ExternalLink, Outcome

OWN = "https://www.univercity-bochum.de"
REPORT = "/admin/reports/broken-links/"


@pytest.fixture(autouse=True)
def own_address(settings):
    settings.WAGTAILADMIN_BASE_URL = OWN


def page_with_link(parent, url, **fields):
    body = [("text", f'<p><a href="{url}">Programm</a></p>')]
    page = StandardPageFactory(parent=parent, body=json.dumps(raw(body)), **fields)
    page.save_revision().publish()
    return page


def record(url, outcome, status_code=None, moved_to=""):
    ExternalLink.objects.get(url=url).record(outcome, status_code, moved_to)


@pytest.fixture
def editor(client, home):
    group = Group.objects.create(name="Redaktion")
    allow(group, home, "change")
    return log_in(client, group)


# Links to this site


def outcome_of(url):
    link = ExternalLink.objects.create(url=url)
    check(link)
    return link.outcome


@pytest.mark.parametrize(
    "path", ["", "/", "/de/", "/de/impressum/", "/de/impressum", "/impressum/"]
)
def test_own_address_of_a_public_page_works(home, path):
    StandardPageFactory(parent=home, slug="impressum")

    assert outcome_of(OWN + path) == Outcome.WORKS


@pytest.mark.parametrize("path", ["/de/weg/", "/weg/", "/en/impressum/", "/documents/1/weg.pdf"])
def test_own_address_without_a_page_is_broken(home, translate, path):
    StandardPageFactory(parent=home, slug="impressum")
    translate(home, slug="home")

    assert outcome_of(OWN + path) == Outcome.NOT_FOUND


def test_own_address_of_an_offline_page_is_broken(home):
    StandardPageFactory(parent=home, slug="impressum", live=False)

    assert outcome_of(f"{OWN}/de/impressum/") == Outcome.NOT_FOUND


def test_own_address_of_an_english_page_works(home, translate):
    translate(home, slug="home")
    translate(StandardPageFactory(parent=home, slug="impressum"), slug="imprint")

    assert outcome_of(f"{OWN}/en/imprint/") == Outcome.WORKS


def test_own_address_that_redirects_works(home):
    Redirect.add_redirect("/de/alt/", redirect_to=home)

    assert outcome_of(f"{OWN}/de/alt/") == Outcome.WORKS


def test_own_address_of_a_document_works(home):
    document = get_document_model()(title="Satzung")
    document.file.save("satzung.pdf", ContentFile(b"%PDF-1.4"))
    document.save()

    assert outcome_of(OWN + document.url) == Outcome.WORKS


def test_link_that_names_this_site_in_another_place_is_not_its_own(home, settings):
    settings.CHECK_EXTERNAL_LINKS = False
    url = "https://example.org/?from=https://www.univercity-bochum.de/de/"

    page_with_link(home, url)

    assert ExternalLink.objects.get(url=url).checked_at is None


# The report


@pytest.fixture
def report(client):
    return lambda **query: client.get(REPORT, query).content.decode()


def test_report_says_what_is_wrong_where_and_since_when(editor, home, report):
    page = page_with_link(home, "https://www.bochum.de/weg", title="Netzwerk")
    record("https://www.bochum.de/weg", Outcome.NOT_FOUND, 404)

    content = report()

    assert f"/admin/pages/{page.pk}/edit/" in content
    for words in ("Netzwerk", "Inhalt → Text", "Programm", "https://www.bochum.de/weg"):
        assert words in content
    assert "Die Seite gibt es nicht mehr. (404)" in content


def test_report_hints_at_addresses_that_moved(editor, home, report):
    page_with_link(home, "http://www.bochum.de/")
    record("http://www.bochum.de/", Outcome.WORKS, 200, "https://www.bochum.de/")

    assert "Dauerhaft umgezogen nach https://www.bochum.de/" in report()


@pytest.mark.parametrize("outcome", [Outcome.WORKS, Outcome.UNCLEAR, Outcome.UNCHECKED])
def test_report_leaves_out_what_is_not_broken(editor, home, report, outcome):
    page_with_link(home, "https://www.bochum.de/")
    record("https://www.bochum.de/", outcome)

    assert "https://www.bochum.de/" not in report()


def test_report_shows_only_what_the_user_may_edit(client, home, report):
    own = page_with_link(home, "https://eigene.example/", title="Eigene")
    page_with_link(home, "https://fremde.example/", title="Fremde")
    VenueFactory(website="https://ort.example/")
    collect_all()
    for link in ExternalLink.objects.all():
        link.record(Outcome.TIMEOUT)
    group = Group.objects.create(name="Partner")
    allow(group, own, "change")
    log_in(client, group)

    content = report()

    assert "https://eigene.example/" in content
    assert "https://fremde.example/" not in content
    assert "https://ort.example/" not in content


def test_report_names_snippets_to_who_may_edit_them(admin_client, home):
    VenueFactory(name="Blue Square", website="https://ort.example/")
    collect_all()
    record("https://ort.example/", Outcome.UNKNOWN_HOST)

    assert "Blue Square" in admin_client.get(REPORT).content.decode()


def test_report_forgets_a_snippet_that_was_deleted(admin_client, home):
    venue = VenueFactory(website="https://ort.example/")
    collect_all()
    record("https://ort.example/", Outcome.UNKNOWN_HOST)
    venue.delete()

    assert "https://ort.example/" not in admin_client.get(REPORT).content.decode()


def test_report_can_be_narrowed_to_a_section_and_a_kind(editor, home, report):
    section = StandardPageFactory(parent=home)
    page_with_link(section, "https://drinnen.example/")
    page_with_link(home, "https://draussen.example/")
    record("https://drinnen.example/", Outcome.TIMEOUT)
    record("https://draussen.example/", Outcome.WORKS, 200, "https://neu.example/")

    assert "draussen" not in report(section=section.pk)
    assert "drinnen" in report(section=section.pk)
    assert "draussen" not in report(kind="broken")
    assert "drinnen" not in report(kind="moved")


def test_report_is_exported(client, editor, home):
    page_with_link(home, "https://www.bochum.de/", title="Netzwerk")
    record("https://www.bochum.de/", Outcome.TIMEOUT)

    response = client.get(REPORT, {"export": "csv"})

    row = b"".join(response.streaming_content).decode().splitlines()[1]
    assert row.startswith("Netzwerk,Inhalt → Text,Programm,https://www.bochum.de/,Die andere Web")


def test_report_of_more_links_costs_no_more_queries(
    editor, home, report, django_assert_num_queries, django_assert_max_num_queries
):
    page_with_link(home, "https://a.example/")
    record("https://a.example/", Outcome.TIMEOUT)
    report()
    with django_assert_max_num_queries(100) as first:
        report()
    for host in "bc":
        page_with_link(home, f"https://{host}.example/")
        record(f"https://{host}.example/", Outcome.TIMEOUT)

    with django_assert_num_queries(len(first.captured_queries)):
        report()


# Checking now


def check_now(client, url):
    link = ExternalLink.objects.get(url=url)
    return client.post(f"{REPORT}{link.pk}/check/", follow=True).content.decode()


def test_editor_has_a_corrected_link_checked_at_once(client, editor, home):
    url = f"{OWN}/de/impressum/"
    page_with_link(home, url)
    record(url, Outcome.NOT_FOUND)
    StandardPageFactory(parent=home, slug="impressum")

    content = check_now(client, url)

    assert f"{url} funktioniert." in content
    assert "Programm" not in content


def test_editor_learns_that_a_link_is_still_broken(client, editor, home):
    url = f"{OWN}/de/impressum/"
    page_with_link(home, url)
    record(url, Outcome.NOT_FOUND)

    assert f"{url}: Die Seite gibt es nicht mehr." in check_now(client, url)


def test_no_other_site_is_asked_where_that_is_switched_off(client, editor, home):
    page_with_link(home, "https://www.bochum.de/")
    record("https://www.bochum.de/", Outcome.TIMEOUT)

    content = check_now(client, "https://www.bochum.de/")

    assert "Auf diesem Server werden Links zu anderen Websites nicht geprüft." in content


def test_links_of_others_cannot_be_checked(client, home):
    page_with_link(home, "https://www.bochum.de/")
    own = StandardPageFactory(parent=home)
    group = Group.objects.create(name="Partner")
    allow(group, own, "change")
    log_in(client, group)
    link = ExternalLink.objects.get()

    assert client.post(f"{REPORT}{link.pk}/check/").url == "/admin/"
    assert client.get(f"{REPORT}{link.pk}/check/").status_code == 405
