"""Documents: what is refused, what readers get, in ranges too."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile

from tests.factories import DocumentFactory
from univercity.content.media.documents import Document

pytestmark = pytest.mark.django_db
CONTENT = bytes(range(256)) * 1024


@pytest.fixture
def film():
    """A film of 256 KiB in the library."""
    document = DocumentFactory(filename="film.mp4", file__data=CONTENT)
    document.get_file_hash()
    return document


def body(response):
    return b"".join(response.streaming_content)


def test_document_says_that_it_can_be_read_in_ranges(client, film):
    response = client.get(film.url)

    assert (response.status_code, response["Accept-Ranges"]) == (200, "bytes")
    assert "Content-Encoding" not in response
    assert body(response) == CONTENT


@pytest.mark.parametrize(
    ("wanted", "part", "described"),
    [
        ("bytes=0-", slice(None), "bytes 0-262143/262144"),
        ("bytes=10-19", slice(10, 20), "bytes 10-19/262144"),
        ("bytes=70000-140000", slice(70000, 140001), "bytes 70000-140000/262144"),
        ("bytes=262000-999999", slice(262000, None), "bytes 262000-262143/262144"),
        ("bytes=-100", slice(-100, None), "bytes 262044-262143/262144"),
        ("bytes=-999999", slice(None), "bytes 0-262143/262144"),
        ("bytes=262143-", slice(-1, None), "bytes 262143-262143/262144"),
        ("bytes=5-5", slice(5, 6), "bytes 5-5/262144"),
    ],
)
def test_part_of_a_document_can_be_asked_for(client, film, wanted, part, described):
    response = client.get(film.url, HTTP_RANGE=wanted)

    assert (response.status_code, response["Content-Range"]) == (206, described)
    assert int(response["Content-Length"]) == len(CONTENT[part])
    assert body(response) == CONTENT[part]


@pytest.mark.parametrize("wanted", ["bytes=262144-", "bytes=20-10", "bytes=-0"])
def test_part_that_a_document_does_not_have_is_refused(client, film, wanted):
    response = client.get(film.url, HTTP_RANGE=wanted)

    assert (response.status_code, response["Content-Range"]) == (416, "bytes */262144")


@pytest.mark.parametrize(
    "wanted", ["bytes=-", "bytes=1-2,5-6", "pages=1-2", "bytes=a-b", f"bytes={5000 * '9'}-"]
)
def test_range_that_is_not_understood_brings_the_whole_document(client, film, wanted):
    assert client.get(film.url, HTTP_RANGE=wanted).status_code == 200


def test_part_of_a_document_that_has_changed_meanwhile_is_not_served(client, film):
    fresh = client.get(film.url)["ETag"]

    def status(etag):
        return client.get(film.url, HTTP_RANGE="bytes=0-9", HTTP_IF_RANGE=etag).status_code

    assert (status(fresh), status('"another"')) == (206, 200)


def test_part_of_a_private_document_is_not_served(client, film):
    film.collection.view_restrictions.create(restriction_type="login")

    assert client.get(film.url, HTTP_RANGE="bytes=0-9").status_code == 302


def test_api_tells_the_language_of_a_document(client):
    document = DocumentFactory(language="en", description="Places and times")

    answer = client.get(f"/api/v2/documents/{document.pk}/").json()

    assert (answer["language"], answer["description"]) == ("en", "Places and times")
    assert client.get(f"/api/v3/documents/{document.pk}/").json()["language"] == "en"


@pytest.mark.parametrize(("language", "lang"), [("de-simple", "de-simple"), ("mul", "")])
def test_only_a_document_in_one_language_names_it_to_the_browser(language, lang):
    assert Document(language=language).lang == lang


def unsaved(name, content):
    return Document(title="Datei", file=ContentFile(content, name))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("film.mp4", b"\x00\x00\x00\x20ftypisom"),
        ("film.webm", b"\x1a\x45\xdf\xa3\x9f"),
        ("ton.MP3", b"ID3\x04"),
        ("ton.ogg", b"OggS\x00"),
        ("text.pdf", b"%PDF-1.7"),
        ("text.vtt", b"\xef\xbb\xbfWEBVTT\n"),
        ("text.txt", b"Guten Tag"),
    ],
)
def test_document_of_a_format_on_offer_is_accepted(name, content):
    unsaved(name, content).clean()


@pytest.mark.parametrize("name", ["film.mp4", "ton.mp3", "text.pdf", "text.vtt", "text.docx"])
def test_document_that_is_not_what_its_name_says_is_refused_at_the_file(name):
    with pytest.raises(ValidationError) as error:
        unsaved(name, b"<!DOCTYPE html><script>alert(1)</script>").clean()

    assert list(error.value.error_dict) == ["file"]


def test_film_may_be_bigger_than_what_is_there_to_read():
    padding = bytes(10 * 1024 * 1024)

    unsaved("film.mp4", b"\x00\x00\x00\x20ftyp" + padding).clean()
    with pytest.raises(ValidationError) as error:
        unsaved("text.pdf", b"%PDF-" + padding).clean()

    assert list(error.value.error_dict) == ["file"]


def test_document_whose_details_change_is_not_read_again(film):
    film.title = "Neuer Titel"

    film.full_clean()  # its bytes are no film
