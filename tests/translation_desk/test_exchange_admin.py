"""Files of translations in the admin."""

import datetime
from urllib.parse import quote

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail_localize.models import Translation

from tests.factories import StandardPageFactory, UserFactory
from tests.permissions import allow, log_in
from tests.translation_desk.exchange import (
    content_of,
    make_translation,
    target_of,
    translated,
    unit_with,
)
from univercity.translation.units import UnitState, write_unit
from univercity.translation_desk.uploads.models import ImportFile

FILES = "/admin/translation-files/"


@pytest.fixture
def page(translation):
    return translation.get_target_instance()


@pytest.fixture
def translator(client, page):
    """An account that may change this page alone, logged in."""
    group = Group.objects.create(name="Nur diese Seite")
    allow(group, page, "change")
    return log_in(client, group)


def download(client, page, **fields):
    values = {"page": page.pk, "language": page.locale_id, "format": "xliff12", **fields}
    return client.get(FILES, values)


def upload(client, content, query=""):
    content = content if isinstance(content, bytes) else content.encode()
    file = SimpleUploadedFile("datei.xlf", content)
    return client.post(f"{FILES}{query}", {"file": file}, follow=True)


def text_of(response):
    soup = BeautifulSoup(response.content, "html.parser")
    return " ".join(soup.find("main").get_text(" ").split())


def test_translator_downloads_the_page(client, translation, page, translator):
    response = download(client, page)

    assert response.content.decode() == content_of(translation)
    assert response["content-type"] == "application/xliff+xml"
    name = f"satz-{str(translation.uuid)[:8]}.en.xlf"
    assert response["content-disposition"] == f'attachment; filename="{name}"'


def test_pages_that_somebody_may_not_change_are_left_out(client, translation, page, translator):
    source = translation.source.get_source_instance()
    other = make_translation(source, translation.target_locale, "<p>Geheim.</p>", slug="geheim")
    hidden = other.source.get_source_instance()
    hidden.copy_for_translation(translation.target_locale, copy_parents=True).move(
        page.get_parent(), "last-child"
    )

    both = download(client, page, with_below="on").content.decode()
    alone = download(client, hidden, language=page.locale_id)

    assert both == content_of(translation)
    assert "Hier ist nichts zur Übersetzung abgegeben" in text_of(alone)


def test_page_that_was_never_handed_to_translation_is_told_so(admin_client, home, translation):
    page = StandardPageFactory(parent=home)

    response = download(admin_client, page, language=translation.target_locale_id)

    assert "Hier ist nichts zur Übersetzung abgegeben" in text_of(response)
    assert Translation.objects.count() == 1


def test_upload_shows_what_it_would_change_and_does_it_when_confirmed(
    client, translation, translator
):
    response = upload(client, translated(content_of(translation), "Eins.", "One."))
    assert "Neue Übersetzung: 1" in text_of(response)
    assert target_of(translation, "Eins.") == ""

    [file] = ImportFile.objects.all()
    response = client.post(f"{FILES}{file.pk}/", {"confirm": "1"}, follow=True)

    unit = unit_with(translation, "Eins.")
    assert (unit.target, unit.state) == ("One.", UnitState.UNREVIEWED)
    assert "1 Text übernommen" in response.content.decode()
    assert not ImportFile.objects.exists()


def test_conflict_is_replaced_where_it_is_ticked(client, translation, translator):
    content = translated(content_of(translation), "Eins.", "One.")
    write_unit(unit_with(translation, "Eins."), "Number <one> & only.", user=None)
    response = upload(client, content)
    [file] = ImportFile.objects.all()
    box = BeautifulSoup(response.content, "html.parser").find("input", {"name": "overwrite"})

    client.post(f"{FILES}{file.pk}/", {"confirm": "1", "overwrite": box["value"]})

    assert box["aria-label"] == "Die Übersetzung von „Eins.“ ersetzen"
    assert target_of(translation, "Eins.") == "One."


def test_discarded_file_changes_nothing(client, translation, translator):
    upload(client, translated(content_of(translation), "Eins.", "One."))
    [file] = ImportFile.objects.all()

    client.post(f"{FILES}{file.pk}/", {"discard": "1"})

    assert (target_of(translation, "Eins."), ImportFile.objects.count()) == ("", 0)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"<xliff", "kein wohlgeformtes XML"),
        (b"GIF89a\xff\xfe\0", "nicht in der Kodierung"),
        (b"<xliff version='1.2'/>", "Es stehen keine Texte darin"),
        (b"PK\x03\x04x", "Das Archiv ist beschädigt"),
    ],
)
def test_broken_file_is_a_message(client, translator, content, message):
    response = upload(client, content)

    assert (response.status_code, message in text_of(response)) == (200, True)


def test_no_file_empty_file_and_large_file_are_messages(client, translator, settings):
    settings.TRANSLATION_FILE_MAX_BYTES = 1024 * 1024

    answers = [client.post(FILES), upload(client, b""), upload(client, b" " * (1024 * 1024 + 1))]

    assert [answer.status_code for answer in answers] == [200, 200, 200]
    assert "mehr als 1 MB" in text_of(answers[2])
    assert not ImportFile.objects.exists()


def test_file_of_somebody_else_is_not_found(client, translation, translator):
    file = ImportFile.objects.create(
        user=UserFactory(), name="x", content=content_of(translation).encode()
    )

    assert client.get(f"{FILES}{file.pk}/", follow=True).status_code == 404
    assert client.post(f"{FILES}{file.pk}/", {"confirm": "1"}, follow=True).status_code == 404


def test_account_without_rights_on_pages_has_no_files(client, translation):
    log_in(client, Group.objects.create(name="Ohne Seiten"))

    assert client.get(FILES).url == "/admin/"


def test_file_of_the_page_in_the_address_needs_no_header(client, translation, page, translator):
    content = translated(content_of(translation), "Eins.", "One.").replace(
        str(translation.uuid), "page"
    )

    assert "Kein solcher Text auf der Website: 4" in text_of(upload(client, content))
    assert "Neue Übersetzung: 1" in text_of(upload(client, content, f"?page={page.pk}"))


@pytest.mark.parametrize("number", ["abc", "\0", "9" * 5000, "99999999"])
@pytest.mark.parametrize("query", ["?page=", "?format=po&language=x&page="])
def test_address_of_a_page_that_is_none_shows_the_forms(client, translator, query, number):
    response = client.get(f"{FILES}{query}{quote(number)}")

    assert (response.status_code, response.context["chosen"]) == (200, None)


def test_forgotten_files_are_deleted_with_the_next_upload(client, translation, translator):
    file = ImportFile.objects.create(user=translator, name="x", content=b"x")
    ImportFile.objects.update(uploaded_at=timezone.now() - datetime.timedelta(hours=25))

    upload(client, content_of(translation))

    assert not ImportFile.objects.filter(pk=file.pk).exists()


def test_translated_page_leads_to_its_files(client, page, translator):
    soup = BeautifulSoup(client.get(f"/admin/pages/{page.pk}/").content, "html.parser")

    links = [link["href"] for link in soup.find_all("a", href=True) if FILES in link["href"]]

    assert links == [f"{FILES}?page={page.pk}"]
    assert f'"url": "{FILES}"' in str(soup)  # the menu, which a script builds
    response = client.get(f"{FILES}?page={page.pk}")
    form = BeautifulSoup(response.content, "html.parser").find("form", method="get")
    assert form.find("input", {"name": "page"})["value"] == str(page.pk)


def test_queries_of_a_check_do_not_depend_on_the_number_of_texts(client, home, english, admin_user):
    client.force_login(admin_user)

    def count(texts):
        made = make_translation(home, english, *[f"<p>{number}x.</p>" for number in range(texts)])
        content = content_of(made)
        for number in range(texts):
            content = translated(content, f"{number}x.", "One.")
        upload(client, content)
        file = ImportFile.objects.latest("pk")
        with CaptureQueriesContext(connection) as queries:
            client.get(f"{FILES}{file.pk}/")
        return len(queries)

    count(1)
    assert count(1) == count(3)
