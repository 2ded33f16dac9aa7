"""Photos are published without what the camera wrote into them."""

from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from PIL import Image as PILImage
from PIL.ExifTags import GPS, IFD, Base
from PIL.PngImagePlugin import PngInfo

from tests.factories import ImageFactory
from univercity.content.media.renditions import SETS, get_renditions

pytestmark = pytest.mark.django_db
TURNED = 6  # "rotate by 90 degrees clockwise to show"
XMP = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>GPSLatitude Bochum</x:xmpmeta>"


def photo(name, **options):
    """Return a wide photo that was taken upright, with the place where it was taken."""
    exif = PILImage.Exif()
    exif[Base.Orientation] = TURNED
    exif[Base.Make] = "Kamera"
    exif.get_ifd(IFD.GPSInfo)[GPS.GPSLatitude] = (51.0, 28.0, 55.0)
    output = BytesIO()
    PILImage.effect_noise((120, 80), 60).convert("RGB").save(
        output, name, exif=exif, **({"xmp": XMP} | options)
    )
    return output.getvalue()


def stored(content, filename):
    return ImageFactory(file=ContentFile(content, filename))


def details(file):
    """Return what a file says beside its picture, and all its bytes."""
    with file.open("rb") as opened:
        content = opened.read()
    with PILImage.open(BytesIO(content)) as image:
        exif = image.getexif()
        return dict(exif), dict(exif.get_ifd(IFD.GPSInfo)), content


@pytest.mark.parametrize("name", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_stored_photo_says_no_more_than_how_it_is_turned(name):
    image = stored(photo(name), f"foto.{name.lower()}")

    exif, gps, content = details(image.file)
    assert (exif, gps) == ({Base.Orientation: TURNED}, {})
    assert b"Bochum" not in content
    assert b"Kamera" not in content


def test_stored_drawing_does_not_name_its_author():
    texts, output = PngInfo(), BytesIO()
    texts.add_text("Author", "Kamera")
    texts.add_itxt("Location", "Bochum")
    PILImage.new("RGB", (20, 20)).save(output, "PNG", pnginfo=texts)

    _exif, _gps, content = details(stored(output.getvalue(), "plan.png").file)

    assert b"Bochum" not in content
    assert b"Kamera" not in content


@pytest.mark.parametrize("name", SETS)
def test_published_photo_does_not_tell_where_it_was_taken(name):
    image = stored(photo("JPEG"), "foto.jpg")

    for rendition in get_renditions(image, name).values():
        _exif, gps, content = details(rendition.file)
        assert gps == {}
        assert b"Kamera" not in content


def test_published_photo_is_the_right_way_up():
    image = stored(photo("JPEG"), "foto.jpg")

    rendition = get_renditions(image, "inline")["width-480|format-jpeg"]

    assert (rendition.width, rendition.height) == (80, 120)


def test_photo_loses_nothing_of_its_picture():
    before = photo("JPEG", quality=90)

    image = stored(before, "foto.jpg")

    with PILImage.open(BytesIO(before)) as old, PILImage.open(image.file.path) as new:
        assert new.quantization == old.quantization


def test_image_without_details_is_stored_as_it_is():
    output = BytesIO()
    PILImage.new("RGB", (20, 10)).save(output, "PNG")

    image = stored(output.getvalue(), "linie.png")

    assert details(image.file)[2] == output.getvalue()


def test_moving_image_keeps_moving():
    frames = [PILImage.new("RGB", (20, 10), colour) for colour in ("red", "blue")]
    exif = PILImage.Exif()
    exif[Base.Make] = "Kamera"
    output = BytesIO()
    frames[0].save(output, "WEBP", save_all=True, append_images=frames[1:], exif=exif)

    image = stored(output.getvalue(), "film.webp")

    with PILImage.open(image.file.path) as new:
        assert (new.n_frames, dict(new.getexif())) == (2, {})
