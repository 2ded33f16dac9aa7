"""Named sets of image renditions, the same for HTML and API."""

from dataclasses import dataclass
from functools import cache
from itertools import product

from wagtail.images.models import AbstractImage, AbstractRendition, Filter
from wagtail.images.shortcuts import get_renditions_or_not_found

FORMATS = ("avif", "webp", "jpeg")


@dataclass(frozen=True)
class RenditionSet:
    """Sizes of one use of an image, each rendered in every format."""

    operations: tuple[str, ...]  #: Wagtail's resize operations, smallest first
    sizes: str  #: width of the slot, as the ``sizes`` attribute has it
    formats: tuple[str, ...] = FORMATS

    @property
    def specs(self) -> tuple[str, ...]:
        """Wagtail's filter specs, by format, then by size."""
        return tuple(
            f"{operation}|format-{name}"
            for name, operation in product(self.formats, self.operations)
        )


SETS = {
    "hero": RenditionSet(("fill-640x400", "fill-1280x640", "fill-1920x960"), "100vw"),
    "card": RenditionSet(("fill-400x225", "fill-800x450"), "(min-width: 48rem) 24rem, 100vw"),
    "inline": RenditionSet(("width-480", "width-960"), "(min-width: 48rem) 46rem, 100vw"),
    "half": RenditionSet(("width-400", "width-800"), "(min-width: 52rem) 36rem, 100vw"),
    "tile": RenditionSet(("fill-400x300", "fill-800x600"), "(min-width: 52rem) 24rem, 100vw"),
    "logo": RenditionSet(("max-200x100", "max-400x200"), "12.5rem", formats=("webp", "png")),
    "portrait": RenditionSet(("fill-160x160", "fill-320x320"), "10rem"),
    "social": RenditionSet(("fill-1200x630",), "1200px", formats=("jpeg",)),
}


def get_renditions(image: AbstractImage, name: str) -> dict[str, AbstractRendition]:
    """Return the renditions of the named set by filter spec, making those that are missing.

    Where the file of the image is lost they stand for a broken image instead of raising.
    """
    renditions: dict[str, AbstractRendition] = get_renditions_or_not_found(image, filters(name))
    return renditions


@cache
def filters(name: str) -> list[Filter]:
    """Return the filters of the named set, which take long to read their specs, and do so once."""
    return [Filter(spec=spec) for spec in SETS[name].specs]
