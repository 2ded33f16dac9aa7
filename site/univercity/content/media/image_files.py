"""Image files without what cameras write into them, such as the place where a photo was taken."""

from io import BytesIO
from typing import Any

from django.core.files.base import ContentFile, File
from PIL import Image, UnidentifiedImageError
from PIL.ExifTags import Base
from wagtail.images.models import WagtailImageField, WagtailImageFieldFile

#: Names under which Pillow keeps what is not the picture.
METADATA = ("exif", "Raw profile type exif", "xmp", "XML:com.adobe.xmp", "photoshop", "comment")
#: JPEG keeps its own quality: nothing of the picture is lost. PNG has none to lose.
QUALITY: dict[str | None, Any] = {"JPEG": "keep", "PNG": None}


def without_metadata(content: File) -> File:
    """Return an image file with nothing but the picture, its colour profile and orientation."""
    content.seek(0)
    try:
        with Image.open(content) as image:
            bare = _saved_without_metadata(image) if _has_metadata(image) else None
    except UnidentifiedImageError:  # forms refuse it with a message
        bare = None
    content.seek(0)
    return content if bare is None else ContentFile(bare, content.name)


def _has_metadata(image: Image.Image) -> bool:
    texts = getattr(image, "text", None)  # of a PNG: author, description and so on
    return bool(texts or image.getexif()) or not image.info.keys().isdisjoint(METADATA)


def _saved_without_metadata(image: Image.Image) -> bytes:
    exif = Image.Exif()
    orientation = image.getexif().get(Base.Orientation)
    if orientation:
        exif[Base.Orientation] = orientation
    for name in METADATA:
        image.info.pop(name, None)
    options = {"quality": QUALITY.get(image.format, 95), "exif": exif.tobytes()}
    if getattr(image, "is_animated", False) and image.format != "MPO":
        options["save_all"] = True
    output = BytesIO()
    # MPO is what some phones write: a JPEG with further pictures behind it.
    name = "JPEG" if image.format == "MPO" else image.format
    image.save(output, name, icc_profile=image.info.get("icc_profile"), **options)
    return output.getvalue()


class BareImageFieldFile(WagtailImageFieldFile):
    """Whichever way a file comes in, it is stored without metadata."""

    def save(self, name: str, content: File, save: bool = True) -> None:
        super().save(name, without_metadata(content), save)


class BareImageField(WagtailImageField):
    attr_class = BareImageFieldFile
