"""Images, films, sound and files as readers meet them; nothing is asked of other hosts."""

import json
from io import BytesIO

import pytest
from bs4 import BeautifulSoup
from django.core.files.base import ContentFile
from django.utils import translation
from PIL import Image as PILImage

from tests.factories import DocumentFactory, ImageFactory, StandardPageFactory
from tests.sample_content import document, media, raw
from univercity.content.blocks.external import InstagramBlock, VideoBlock
from univercity.content.blocks.recordings import HostedVideoBlock
from univercity.content.media.documents import Document
from univercity.content.media.renditions import get_renditions

VIDEO = {"title": "Film", "url": "https://vimeo.com/76979871", "alternative": "<p>x</p>"}


def rendered(block, value, language="de"):
    with translation.override(language):
        return BeautifulSoup(block.render(block.to_python(value)), "html.parser")


def film(**fields):
    value = {
        "title": "Der Slam",
        "file": document("film.mp4").pk,
        "poster": ImageFactory().pk,
        "captions": DocumentFactory(filename="film.vtt", language="en").pk,
        "no_speech": "",
        "transcript": "<p>Good evening!</p>",
        "duration": "3:05",
    }
    return {**value, **fields}


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize(
    ("block", "value", "host"),
    [
        (VideoBlock(), VIDEO, "vimeo.com"),
        (InstagramBlock(), InstagramBlock().meta.preview_value, "instagram.com"),
    ],
    ids=["video", "instagram"],
)
def test_nothing_is_asked_of_another_host_before_consent(block, value, host, language):
    soup = rendered(block, value, language)

    assert soup.select("iframe, img, script, link, video, [src], [style], [onclick]") == []
    [button] = soup.select("button")
    assert button.has_attr("hidden")  # until the script that acts on it is there
    assert host in button["data-frame-src"]
    [link] = soup.select(".consent a")
    assert link["href"] == value["url"]
    assert value["title"] in link.text


@pytest.mark.parametrize(
    ("url", "embed_url"),
    [
        ("https://www.instagram.com/p/C1aBcDeFgHi/", "p/C1aBcDeFgHi/embed/"),
        ("https://instagram.com/reel/C1aBcDeFgHi/?igsh=abc", "reel/C1aBcDeFgHi/embed/"),
        ("https://www.instagram.com/univercity.bochum/p/C1aBcDeFgHi", "p/C1aBcDeFgHi/embed/"),
    ],
)
def test_frame_of_a_post_is_made_from_its_address(url, embed_url):
    value = InstagramBlock().to_python({"title": "x", "url": url, "text": "x"})

    assert value.embed_url == f"https://www.instagram.com/{embed_url}"


def test_film_has_captions_and_a_transcript_and_is_not_loaded_by_itself(db):
    value = film()
    soup = rendered(HostedVideoBlock(), value)

    player = soup.video
    assert (player["preload"], player["aria-label"]) == ("none", "Der Slam")
    assert player.has_attr("controls")
    assert player["poster"].startswith("/media/images/")
    assert player.source["type"] == "video/mp4"
    assert player.track.attrs == {
        "kind": "captions",
        "src": Document.objects.get(pk=value["captions"]).url,
        "srclang": "en",
        "label": "Englisch",
    }
    assert "Good evening!" in soup.select_one("details").text


def test_film_without_speech_says_what_is_heard(db):
    soup = rendered(HostedVideoBlock(), film(captions=None, no_speech="nur Musik"), "en")

    assert soup.track is None
    assert "Nothing is said in this film: nur Musik" in soup.figcaption.text


@pytest.mark.parametrize(
    ("language", "facts"),
    [
        ("de", "PDF, 1,3\xa0MB, Englisch, barrierefrei"),
        ("en", "PDF, 1.3\xa0MB, English, accessible"),
    ],
)
def test_document_tells_in_the_readers_language_what_it_is(language, facts):
    sample = Document(collection_id=1, file="a/b.PDF", file_size=1_340_000, language="en")
    sample.accessibility = "yes"

    with translation.override(language):
        assert sample.facts == facts


def test_image_of_a_gallery_is_cut_around_its_focal_point(db):
    picture = PILImage.new("RGB", (1200, 300), "red")
    picture.paste("blue", (600, 0, 1200, 300))
    output = BytesIO()
    picture.save(output, "PNG")
    focus = {f"focal_point_{name}": 20 for name in ("width", "height")}
    image = ImageFactory(
        file=ContentFile(output.getvalue(), "halb.png"),
        focal_point_x=1180,
        focal_point_y=150,
        **focus,
    )

    tile = get_renditions(image, "tile")["fill-400x300|format-jpeg"]

    with PILImage.open(tile.file.path) as cut:
        red, _green, blue = cut.getpixel((0, 0))
    assert (red < 50, blue > 200) == (True, True)


def test_page_with_all_media_gives_them_ready_to_use_in_the_api(client, home):
    link = {"label": "Mehr", "page": home.pk, "url": ""}
    body = json.dumps(raw(media(0, "<p>Text</p>", link)))
    page = StandardPageFactory(parent=home, body=body)

    answer = client.get(f"/api/v3/pages/{page.pk}/").json()

    blocks = {block["type"]: block["value"] for block in answer["body"]}
    video = blocks["hosted_video"]
    facts = ["id", "title", "href", "size", "type", "language", "accessibility"]
    assert list(video["sources"][0]) == facts
    assert (video["captions"]["type"], video["captions"]["language"]) == ("text/vtt", "de")
    assert video["transcript"] == "<p>Guten Abend!</p>"
    assert list(video["poster"]["renditions"]) == ["original", "inline"]
    assert list(blocks["gallery"]["images"][0]["image"]["renditions"]) == ["original", "tile"]
    assert blocks["downloads"]["documents"][0]["document"]["size"] == 10
    assert blocks["instagram"]["embed_url"].endswith("/embed/")
