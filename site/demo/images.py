"""Images of the demo: drawings made for it, nobody else's rights (pictures/ORIGIN.txt)."""

from dataclasses import dataclass
from pathlib import Path

from django.core.files.base import ContentFile

from demo.texts import T
from roles.partners import shared_collection
from univercity.content.media.images import Image

PICTURES = Path(__file__).parent / "pictures"
CREDIT = "Illustration: UniverCity-Demo"  # the same in both languages


@dataclass(frozen=True)
class DemoImage:
    """A file of ``pictures/`` to be put into the image library, with its alt text."""

    name: str
    title: str
    alt_text: T
    focal_point: tuple[int, int] | None = None

    @property
    def key(self) -> str:
        return f"image:{self.name}"

    @property
    def filename(self) -> str:
        return f"demo-{self.name}.png"

    def find(self) -> Image | None:
        """Return the image in the library by its file, whatever title an editor gave it."""
        return Image.objects.filter(file=f"original_images/{self.filename}").first()

    def save(self) -> Image:
        """Put the image into the library."""
        content = (PICTURES / f"{self.name}.png").read_bytes()
        image = Image(
            title=self.title,
            file=ContentFile(content, self.filename),
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


def scene(
    name: str, title: str, german: str, english: str, focal_point: tuple[int, int] | None = None
) -> DemoImage:
    alt_text = T(f"Zeichnung: {german}", f"Drawing: {english}")
    return DemoImage(name, f"Demo: {title}", alt_text, focal_point)


def logo(partner: str, name: str) -> DemoImage:
    """Return the stand-in for the logo of a partner: a tile with its short name."""
    alt_text = T(f"Schriftzug {name}", f"Wordmark {name}")
    return DemoImage(f"logo-{partner}", f"Demo: Logo {name}", alt_text)


IMAGES = [
    scene(
        "skyline",
        "Stadt am Abend",
        "Bochum in der Abenddämmerung mit Förderturm und erleuchteten Fenstern",
        "Bochum at dusk with a pit-head frame and lit windows",
        focal_point=(760, 560),
    ),
    scene(
        "lecture",
        "Hörsaal",
        "ein voller Hörsaal vor einer hellen Leinwand",
        "a full lecture hall in front of a bright screen",
    ),
    scene(
        "stars",
        "Sternenhimmel",
        "Menschen unter einem Sternenhimmel mit Sternbildern",
        "people under a starry sky with constellations",
    ),
    scene(
        "workshop",
        "Werkstatt",
        "Zahnräder und ein 3D-Drucker auf einer Werkbank",
        "cogwheels and a 3D printer on a workbench",
    ),
    scene(
        "children",
        "KinderUni",
        "Kinder staunen über Blitz und Moleküle",
        "children marvelling at lightning and molecules",
    ),
    scene(
        "mine",
        "Unter Tage",
        "ein Förderturm über farbigen Gesteinsschichten",
        "a pit-head frame above coloured layers of rock",
    ),
    scene(
        "route",
        "Stadtplan",
        "ein Stadtplan mit einem Weg von Station zu Station",
        "a city map with a walk from stop to stop",
    ),
    scene(
        "stage",
        "Bühne",
        "eine Bühne mit Mikrofon im Scheinwerferlicht",
        "a stage with a microphone in the spotlight",
    ),
    scene(
        "festival",
        "Festival",
        "bunte Lichterketten über Marktständen bei Nacht",
        "colourful strings of lights above market stalls at night",
    ),
    scene(
        "deadline",
        "Frist",
        "ein Kalenderblatt mit markiertem Tag und eine Uhr",
        "a calendar sheet with a marked day and a clock",
    ),
    scene(
        "network",
        "Netzwerk",
        "Punkte verschiedener Größe, die miteinander verbunden sind",
        "points of different sizes, connected with each other",
    ),
    scene(
        "paths",
        "Wege",
        "sechs Wege, die sich in einem hellen Punkt treffen",
        "six paths that meet in one point of light",
    ),
    scene(
        "turbines",
        "Windräder",
        "Windräder neben einem alten Förderturm",
        "wind turbines beside an old pit-head frame",
    ),
    scene(
        "puzzle",
        "Puzzle",
        "bunte Puzzleteile, eines liegt daneben",
        "colourful pieces of a puzzle, one of them lying apart",
    ),
    scene(
        "coffee",
        "Kaffee",
        "eine Kaffeetasse, aus der Gedanken aufsteigen",
        "a cup of coffee from which thoughts rise",
    ),
    logo("ruhr-universitaet-bochum", "RUB"),
    logo("hochschule-bochum", "HSBO"),
    logo("thga", "THGA"),
    logo("evangelische-hochschule", "EvH RWL"),
    logo("hochschule-fuer-gesundheit", "hsg Bochum"),
    logo("folkwang-universitaet", "Folkwang"),
    logo("ebz-business-school", "EBZ"),
    logo("stadt-bochum", "Stadt Bochum"),
    logo("bochum-marketing", "Bochum Marketing"),
    logo("ihk-mittleres-ruhrgebiet", "IHK"),
    logo("akafoe", "AKAFÖ"),
    logo("deutsches-bergbau-museum", "DBM"),
]
