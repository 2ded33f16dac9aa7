"""Images of the demo, drawn by the program: nobody's rights, no download."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.core.files.images import ImageFile

from demo.drawings import scenes
from demo.drawings.canvas import BLUE, INK, MINT, PAPER, TEAL, WHITE, YELLOW, Canvas
from demo.texts import T
from roles.partners import shared_collection
from univercity.content.media.images import Image
from univercity.content.media.renditions import get_renditions

CREDIT = "Illustration: UniverCity-Demo"  # the same in both languages


@dataclass(frozen=True)
class Drawing:
    """An image to be made, with its alt text in both languages."""

    key: str
    title: str
    alt_text: T
    paint: Callable[[Canvas], None]
    ground: str
    size: tuple[int, int] = (1600, 900)
    focal_point: tuple[int, int] | None = None
    shown_as: tuple[str, ...] = ("card",)  # names of rendition sets

    @property
    def name(self) -> str:
        return f"demo-{self.key.removeprefix('image:').replace(':', '-')}"

    def find(self) -> Image | None:
        """Return the image in the library by its file, whatever title an editor gave it."""
        return Image.objects.filter(file__startswith=f"original_images/{self.name}.").first()

    def save(self) -> Image:
        """Draw the image and put it into the image library."""
        canvas = Canvas(*self.size, self.ground)
        self.paint(canvas)
        image = Image(
            title=self.title,
            file=ImageFile(canvas.png(), f"{self.name}.png"),
            description=self.alt_text.de,
            credit=CREDIT,
            licence=Image.Licence.OWN,
            collection=shared_collection(),
        )
        if self.focal_point:
            image.focal_point_x, image.focal_point_y = self.focal_point
            image.focal_point_width = image.focal_point_height = 400
        image._set_image_file_metadata()
        image.full_clean()
        image.save()
        return image


def scene(key: str, title: str, german: str, english: str, ground: str, **options: Any) -> Drawing:
    alt_text = T(f"Zeichnung: {german}", f"Drawing: {english}")
    paint = getattr(scenes, key)
    return Drawing(f"image:{key}", f"Demo: {title}", alt_text, paint, ground, **options)


SCENES = [
    scene(
        "skyline",
        "Stadt am Abend",
        "Bochum in der Abenddämmerung mit Förderturm und erleuchteten Fenstern",
        "Bochum at dusk with a pit-head frame and lit windows",
        INK,
        size=(1920, 960),
        focal_point=(760, 560),
        shown_as=("hero", "social"),
    ),
    scene(
        "lecture",
        "Hörsaal",
        "ein voller Hörsaal vor einer hellen Leinwand",
        "a full lecture hall in front of a bright screen",
        INK,
    ),
    scene(
        "stars",
        "Sternenhimmel",
        "Menschen unter einem Sternenhimmel mit Sternbildern",
        "people under a starry sky with constellations",
        INK,
    ),
    scene(
        "workshop",
        "Werkstatt",
        "Zahnräder und ein 3D-Drucker auf einer Werkbank",
        "cogwheels and a 3D printer on a workbench",
        PAPER,
    ),
    scene(
        "children",
        "KinderUni",
        "Kinder staunen über Blitz und Moleküle",
        "children marvelling at lightning and molecules",
        TEAL,
        shown_as=("card", "tile"),
    ),
    scene(
        "mine",
        "Unter Tage",
        "ein Förderturm über farbigen Gesteinsschichten",
        "a pit-head frame above coloured layers of rock",
        MINT,
        shown_as=("card", "half"),
    ),
    scene(
        "route",
        "Stadtplan",
        "ein Stadtplan mit einem Weg von Station zu Station",
        "a city map with a walk from stop to stop",
        PAPER,
        shown_as=("card", "tile"),
    ),
    scene(
        "stage",
        "Bühne",
        "eine Bühne mit Mikrofon im Scheinwerferlicht",
        "a stage with a microphone in the spotlight",
        INK,
    ),
    scene(
        "festival",
        "Festival",
        "bunte Lichterketten über Marktständen bei Nacht",
        "colourful strings of lights above market stalls at night",
        INK,
    ),
    scene(
        "deadline",
        "Frist",
        "ein Kalenderblatt mit markiertem Tag und eine Uhr",
        "a calendar sheet with a marked day and a clock",
        BLUE,
    ),
    scene(
        "network",
        "Netzwerk",
        "Punkte verschiedener Größe, die miteinander verbunden sind",
        "points of different sizes, connected with each other",
        INK,
    ),
    scene(
        "paths",
        "Wege",
        "sechs Wege, die sich in einem hellen Punkt treffen",
        "six paths that meet in one point of light",
        PAPER,
    ),
    scene(
        "turbines",
        "Windräder",
        "Windräder neben einem alten Förderturm",
        "wind turbines beside an old pit-head frame",
        PAPER,
    ),
    scene(
        "puzzle",
        "Puzzle",
        "bunte Puzzleteile, eines liegt daneben",
        "colourful pieces of a puzzle, one of them lying apart",
        TEAL,
    ),
    scene(
        "coffee",
        "Kaffee",
        "eine Kaffeetasse, aus der Gedanken aufsteigen",
        "a cup of coffee from which thoughts rise",
        BLUE,
        shown_as=("card", "tile"),
    ),
]

#: Stand-ins for the logos, made of the short names; the last part is the colour of the bar.
LOGOS = [
    ("ruhr-universitaet-bochum", "RUB", BLUE),
    ("hochschule-bochum", "HSBO", TEAL),
    ("thga", "THGA", INK),
    ("evangelische-hochschule", "EvH RWL", YELLOW),
    ("hochschule-fuer-gesundheit", "hsg Bochum", MINT),
    ("folkwang-universitaet", "Folkwang", INK),
    ("ebz-business-school", "EBZ", BLUE),
    ("stadt-bochum", "Stadt Bochum", BLUE),
    ("bochum-marketing", "Bochum Marketing", TEAL),
    ("ihk-mittleres-ruhrgebiet", "IHK", YELLOW),
    ("akafoe", "AKAFÖ", TEAL),
    ("deutsches-bergbau-museum", "DBM", YELLOW),
]


def logo(key: str, name: str, colour: str) -> Drawing:
    """Return a neutral tile with the name, which imitates no real logo."""

    def paint(canvas: Canvas) -> None:
        size = min(120.0, 120 * 620 / canvas.width_of(name, 120))
        canvas.words(name, 90, 200 + size * 0.36, size, INK)
        canvas.box(90, 290, 120, 16, colour, 8)

    alt_text = T(f"Schriftzug {name}", f"Wordmark {name}")
    return Drawing(
        f"image:logo-{key}",
        f"Demo: Logo {name}",
        alt_text,
        paint,
        WHITE,
        size=(800, 400),
        shown_as=("logo",),
    )


DRAWINGS = [*SCENES, *(logo(*row) for row in LOGOS)]


def prepare_renditions() -> None:
    """Make the sizes in which pages show the drawings, which else the first visitor waits for."""
    for drawing in DRAWINGS:
        image = drawing.find()
        for name in drawing.shown_as if image else ():
            get_renditions(image, name)
