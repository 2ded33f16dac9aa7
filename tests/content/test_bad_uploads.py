"""Files that the site refuses: the message stands at the field and says what to do."""

import zlib
from io import BytesIO

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import translation
from PIL import Image as PILImage
from PIL.ExifTags import Base
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Collection, GroupCollectionPermission
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from home.models import StandardPage
from tests.factories import DocumentFactory, ImageFactory
from tests.forms import add_address, page_form
from tests.permissions import allow, log_in
from univercity.content.media.documents import Document
from univercity.content.media.images import Image

LANGUAGES = pytest.mark.parametrize("language", ["de", "en"])
MEGABYTE = 1024 * 1024
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
HTML = b"<!DOCTYPE html><script>alert(1)</script>"


def png(width=1, height=1):
    """Return a PNG file that claims to be of a size, without the pixels."""

    def chunk(name, content):
        length, check = len(content), zlib.crc32(name + content)
        return length.to_bytes(4, "big") + name + content + check.to_bytes(4, "big")

    size = width.to_bytes(4, "big") + height.to_bytes(4, "big")
    header = chunk(b"IHDR", size + b"\x08\x02\x00\x00\x00")
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(bytes(8)))


def half_a_photo():
    """Return a photo with the name of its camera, whose upload was interrupted."""
    exif, output = PILImage.Exif(), BytesIO()
    exif[Base.Make] = "Kamera"
    PILImage.effect_noise((120, 80), 60).save(output, "JPEG", exif=exif)
    return output.getvalue()[: output.tell() // 2]


@pytest.fixture
def send(client, home):
    """A function that sends a form as an editor in a language of the admin."""
    group = Group.objects.create(name="Redaktion")
    allow(group, home, "add", "change", "publish")
    root = Collection.get_first_root_node()
    for model in ("image", "document"):
        permissions = Permission.objects.filter(
            codename__in=[f"add_{model}", f"choose_{model}"],
            content_type__app_label__in=["wagtailimages", "wagtaildocs"],
        )
        for permission in permissions:
            GroupCollectionPermission.objects.create(
                group=group, collection=root, permission=permission
            )
    user = log_in(client, group)

    def send_form(address, form, language, **headers):
        user.wagtail_userprofile.preferred_language = language
        user.wagtail_userprofile.save()
        response = client.post(address, form, **headers)
        translation.activate(language)  # in which the lazy messages of the form are read below
        return response

    with translation.override(translation.get_language()):
        yield send_form


def image_form(filename, content):
    return {
        "title": "Die Treppe",
        "file": SimpleUploadedFile(filename, content),
        "description": "Eine Treppe vor dem Hörsaal",
        "credit": "© Ada Beispiel",
        "licence": "own",
        "collection": 1,
    }


@LANGUAGES
@pytest.mark.parametrize(
    ("filename", "content", "starts"),
    [
        (
            "gross.png",
            get_test_image_file().file.getvalue() + bytes(60 * MEGABYTE),
            {"de": "Das Bild hat 60,0", "en": "The image has 60.0"},
        ),
        (
            "skript.svg",
            SVG,
            {"de": "Bilder können AVIF-,", "en": "Images can be AVIF,"},
        ),
        ("skript.png", SVG, {"de": "Die Datei heißt .png,", "en": "The file is named .png but"}),
        (
            "text.jpg",
            b"Guten Tag",
            {"de": "Diese Datei ist kein Bild", "en": "This file is no image"},
        ),
        (
            "halb.jpg",
            half_a_photo(),
            {"de": "Diese Datei ist kein Bild", "en": "This file is no image"},
        ),
        ("seite.jpg", HTML, {"de": "Die Datei heißt .jpeg,", "en": "The file is named .jpeg but"}),
        (
            "flut.png",
            png(40_000, 40_000),
            {"de": "Das Bild hat zu viele Pixel", "en": "The image has too many pixels"},
        ),
    ],
    ids=["60 MB", "SVG", "SVG named PNG", "text", "half", "HTML", "pixel flood"],
)
def test_image_is_refused_at_the_file(send, filename, content, starts, language):
    response = send("/admin/images/add/", image_form(filename, content), language)

    [message] = response.context["form"].errors["file"]
    assert message.startswith(starts[language])
    assert message.rstrip(".").endswith(
        {"de": "wählen Sie es erneut", "en": "choose it again"}[language]
    )
    assert list(response.context["form"].errors) == ["file"]
    html = response.content.decode()
    for kept in ("Die Treppe", "Eine Treppe vor dem Hörsaal", "© Ada Beispiel"):
        assert f'value="{kept}"' in html
    assert not Image.objects.exists()


@LANGUAGES
def test_one_of_many_images_is_refused_with_the_same_message(send, language):
    form = {"title": "Gross", "files[]": SimpleUploadedFile("seite.jpg", HTML), "collection": 1}

    response = send(
        "/admin/images/multiple/add/", form, language, HTTP_X_REQUESTED_WITH="XMLHttpRequest"
    )

    answer = response.json()
    start = {"de": "Die Datei heißt .jpeg,", "en": "The file is named .jpeg but"}[language]
    assert (answer["success"], start in answer["error_message"]) == (False, True)


@LANGUAGES
@pytest.mark.parametrize(
    ("filename", "content", "starts"),
    [
        (
            "untertitel.vtt",
            b"1\n00:00:01,000 --> 00:00:02,000\nGuten Abend!",
            {"de": "Das sind keine Untertitel im Format", "en": "These are no captions in the"},
        ),
        (
            "programm.pdf",
            HTML,
            {"de": "Die Datei heißt .pdf,", "en": "The file is named .pdf but"},
        ),
        (
            "bericht.pdf",
            b"%PDF-1.7" + bytes(11 * MEGABYTE),
            {"de": "Die Datei hat 11,0", "en": "The file has 11.0"},
        ),
    ],
    ids=["SubRip named VTT", "HTML named PDF", "11 MB"],
)
def test_document_is_refused_at_the_file(send, filename, content, starts, language):
    form = {
        "title": "Der Slam",
        "file": SimpleUploadedFile(filename, content),
        "description": "Alle Texte des Abends",
        "language": "en",
        "accessibility": "yes",
        "collection": 1,
    }

    response = send("/admin/documents/add/", form, language)

    [message] = response.context["form"].errors["file"]
    assert message.startswith(starts[language])
    html = response.content.decode()
    assert 'value="Der Slam"' in html
    assert 'value="Alle Texte des Abends"' in html
    assert '<option value="en" selected>' in html
    assert not Document.objects.exists()


def film_form(**fields):
    """Return the form of a page with a film, to be published."""
    film = {
        "title": "Der Slam",
        "file": DocumentFactory(filename="film.mp4").pk,
        "poster": ImageFactory().pk,
        "captions": DocumentFactory(filename="film.vtt").pk,
        "no_speech": "",
        "transcript": rich_text("<p>Guten Abend!</p>"),
        "duration": "3:05",
        **fields,
    }
    form = page_form("Rückblick", body=streamfield([("hosted_video", film)]))
    return {**nested_form_data(form), "action-publish": "1"}


@LANGUAGES
@pytest.mark.parametrize(
    ("fields", "at", "starts"),
    [
        (
            {"captions": ""},
            "captions",
            {"de": "Wählen Sie die Untertitel", "en": "Choose the captions of the film."},
        ),
        (
            {"captions": {"filename": "film.pdf"}},
            "captions",
            {"de": "Wählen Sie eine Datei, die auf .vtt", "en": "Choose a file that ends with .vt"},
        ),
        (
            {"captions": {"filename": "film.vtt", "language": "mul"}},
            "captions",
            {"de": "Browser fragen nach der Sprache", "en": "Browsers ask for the language"},
        ),
        (
            {"file": {"filename": "film.pdf"}},
            "file",
            {"de": "Wählen Sie eine Datei, die auf .mp4", "en": "Choose a file that ends with .mp"},
        ),
        (
            {"duration": "3 min"},
            "duration",
            {"de": "Schreiben Sie Minuten, einen", "en": "Write minutes, a colon and two digits"},
        ),
    ],
    ids=["no captions", "captions as PDF", "captions of several languages", "film as PDF", "time"],
)
def test_film_is_refused_at_what_is_missing(send, home, fields, at, starts, language):
    chosen = {
        name: DocumentFactory(**value).pk if isinstance(value, dict) else value
        for name, value in fields.items()
    }

    response = send(add_address(StandardPage, home), film_form(**chosen), language)

    [error] = response.context["form"].errors["body"].as_data()
    errors = error.block_errors[0].block_errors
    assert list(errors) == [at]
    assert errors[at].messages[0].startswith(starts[language])
    assert "Guten Abend!" in response.content.decode()


@pytest.mark.parametrize("fields", [{}, {"captions": "", "no_speech": "nur Musik"}])
def test_film_with_captions_or_without_speech_is_published(send, home, fields):
    send(add_address(StandardPage, home), film_form(**fields), "de")

    assert StandardPage.objects.get(title="Rückblick").live


def test_film_without_captions_can_be_saved_as_a_draft(send, home):
    form = film_form(captions="", transcript=rich_text(""), duration="")
    del form["action-publish"]

    send(add_address(StandardPage, home), form, "de")

    assert not StandardPage.objects.get(title="Rückblick").live


@LANGUAGES
@pytest.mark.parametrize(
    "url",
    ["https://www.instagram.com/univercitybochum/", "https://instagram.com.evil.example/p/C1aBc/"],
)
def test_address_that_is_no_post_is_refused_at_the_address(send, home, url, language):
    post = {"title": "Der Garten", "url": url, "text": "Kakteen."}
    form = nested_form_data(page_form("Garten", body=streamfield([("instagram", post)])))

    response = send(add_address(StandardPage, home), form, language)

    [error] = response.context["form"].errors["body"].as_data()
    [message] = error.block_errors[0].block_errors["url"].messages
    start = {"de": "Fügen Sie die Adresse eines", "en": "Paste the address of one post"}[language]
    assert message.startswith(start)
    assert "Kakteen." in response.content.decode()
