"""A sheet to draw flat shapes on, in units of the finished image."""

import math
import random
from collections.abc import Sequence
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

INK, BLUE, TEAL, MINT = "#0b1f3a", "#1d4e89", "#1f8a8c", "#8fd0c4"
YELLOW, CORAL, PAPER, WHITE = "#ffc72c", "#e4572e", "#f7f2e8", "#ffffff"

Point = tuple[float, float]
SCALE = 2  # drawn larger and reduced, which makes edges smooth


class Canvas:
    """A drawing in progress; its chance is the same at every run."""

    def __init__(self, width: int, height: int, ground: str) -> None:
        self.width, self.height = width, height
        self.chance = random.Random(f"{width} {height} {ground}")  # noqa: S311 - no secret
        self._image = Image.new("RGB", (width * SCALE, height * SCALE), ground)
        self._draw = ImageDraw.Draw(self._image)

    def box(
        self, x: float, y: float, width: float, height: float, fill: str, radius: float = 0
    ) -> None:
        area = _scaled((x, y), (x + width, y + height))
        self._draw.rounded_rectangle(area, radius * SCALE, fill)

    def disc(self, x: float, y: float, radius: float, fill: str) -> None:
        self._draw.ellipse(_scaled((x - radius, y - radius), (x + radius, y + radius)), fill)

    def ring(self, x: float, y: float, radius: float, colour: str, width: float) -> None:
        area = _scaled((x - radius, y - radius), (x + radius, y + radius))
        self._draw.ellipse(area, outline=colour, width=round(width * SCALE))

    def line(self, points: Sequence[Point], colour: str, width: float) -> None:
        self._draw.line(_scaled(*points), colour, round(width * SCALE), joint="curve")
        for x, y in points:
            self.disc(x, y, width / 2, colour)

    def shape(self, points: Sequence[Point], fill: str) -> None:
        self._draw.polygon(_scaled(*points), fill)

    def hill(
        self, top: float, swing: float, fill: str, waves: float = 1.0, shift: float = 0.0
    ) -> None:
        """Fill everything below a wavy line."""
        steps = range(0, self.width + 1, 8)
        line = [
            (x, top + swing * math.sin(shift + waves * 2 * math.pi * x / self.width)) for x in steps
        ]
        self.shape([*line, (self.width, self.height), (0, self.height)], fill)

    def bands(self, colours: list[str], top: float, bottom: float) -> None:
        """Fill the width with bands of colour."""
        height = (bottom - top) / len(colours)
        for at, colour in enumerate(colours):
            self.box(0, top + at * height, self.width, height + 1, colour)

    def stars(self, count: int, bottom: float, colour: str = PAPER) -> None:
        for _ in range(count):
            x, y = self.chance.uniform(0, self.width), self.chance.uniform(0, bottom)
            self.disc(x, y, self.chance.choice((1.5, 2, 2, 3, 4)), colour)

    def words(self, text: str, x: float, y: float, size: float, colour: str) -> None:
        """Write a line from its left edge; Pillow's own font has no umlauts, so dots are drawn."""
        font = ImageFont.load_default(size * SCALE)
        plain = text.translate(str.maketrans("ÄÖÜ", "AOU"))
        self._draw.text((x * SCALE, y * SCALE), plain, colour, font, anchor="ls")
        for at, letter in enumerate(text):
            if letter in "ÄÖÜ":
                start, end = (font.getlength(plain[:n]) / SCALE for n in (at, at + 1))
                middle = x + (start + end) / 2
                for dot in (-0.13, 0.13):
                    self.disc(middle + dot * size, y - size * 0.88, size * 0.06, colour)

    def width_of(self, text: str, size: float) -> float:
        plain = text.translate(str.maketrans("ÄÖÜ", "AOU"))
        return ImageFont.load_default(size * SCALE).getlength(plain) / SCALE

    def png(self) -> BytesIO:
        """Return the finished image as a file."""
        file = BytesIO()
        size = (self.width, self.height)
        self._image.resize(size, Image.Resampling.BOX).save(file, "PNG")
        file.seek(0)
        return file


def _scaled(*points: Point) -> list[Point]:
    return [(x * SCALE, y * SCALE) for x, y in points]
