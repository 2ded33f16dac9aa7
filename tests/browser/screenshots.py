"""Pictures of the admin for the handbook, written to docs/ where the environment asks for it."""

import os
import tempfile
from io import BytesIO
from pathlib import Path

from PIL import Image

SIZE = {"width": 1280, "height": 800}
KEPT = Path(__file__).parents[2] / "docs" / "screenshots"
FOLDER = (
    KEPT
    if os.environ.get("WRITE_SCREENSHOTS") == "1"
    else Path(tempfile.mkdtemp(prefix="screenshots"))
)
COLOURS = 96


def take_screenshot(page, name):
    """Write what the window shows to ``<name>.png``, with few colours, so that git stays small."""
    page.set_viewport_size(SIZE)
    shot = Image.open(BytesIO(page.screenshot(animations="disabled", caret="hide")))
    FOLDER.mkdir(parents=True, exist_ok=True)
    small = shot.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    small.save(FOLDER / f"{name}.png", optimize=True)
