"""The pictures, each a function that draws on a canvas."""

import math

from demo.drawings.canvas import BLUE, CORAL, INK, MINT, PAPER, TEAL, WHITE, YELLOW, Canvas
from demo.drawings.motifs import gear, headframe, houses, person, pin


def skyline(canvas: Canvas) -> None:
    """Bochum at dusk."""
    canvas.bands(["#0b1f3a", "#102a4d", "#163660", "#1d4e89", "#2a6496"], 0, 620)
    canvas.bands(["#3f7fa6", "#6aa3b5", "#a6c6bd", "#efd9a0"], 620, 760)
    canvas.stars(120, 480)
    canvas.disc(1460, 610, 130, YELLOW)
    houses(canvas, 800, "#1b4672", 250)
    canvas.hill(770, 22, TEAL, 1.3, 0.6)
    houses(canvas, 850, "#12325a", 190, lit=0.22)
    headframe(canvas, 560, 860, 520)
    canvas.hill(850, 18, INK, 1.1, 2.4)


def lecture(canvas: Canvas) -> None:
    """Rows of seats before a bright screen."""
    canvas.shape([(420, 90), (1180, 90), (1320, 420), (280, 420)], BLUE)
    canvas.box(480, 110, 640, 300, PAPER, 10)
    canvas.ring(800, 260, 92, TEAL, 12)
    for at, (dx, dy) in enumerate(((0, -92), (80, 46), (-80, 46))):
        canvas.disc(800 + dx, 260 + dy, 26, (YELLOW, CORAL, INK)[at])
    canvas.disc(800, 260, 18, INK)
    colours = ["#2a6496", BLUE, "#173f70", "#12325a", "#0f2949"]
    for row, colour in enumerate(colours):
        y, size = 480 + row * 92, 74 + row * 14
        shift = (row % 2) * size * 0.75
        seats = int(canvas.width / (size * 1.5)) + 2
        for seat in range(-1, seats):
            x = seat * size * 1.5 + shift
            if canvas.chance.random() < 0.62:
                person(canvas, x, y + size, size * 1.2, canvas.chance.choice((TEAL, MINT, YELLOW)))
        canvas.box(0, y + size * 0.55, canvas.width, 130, colour)


def stars(canvas: Canvas) -> None:
    """The night sky under a dome, with constellations."""
    for at, colour in enumerate(("#102a4d", "#133260", "#173b70", "#1d4e89")):
        canvas.disc(800, 1010, 1000 - at * 170, colour)
    canvas.stars(170, 640)
    plough = [(330, 250), (450, 210), (540, 260), (640, 300), (670, 420), (840, 430), (860, 310)]
    crown = [(1050, 180), (1110, 280), (1200, 310), (1290, 270), (1330, 170)]
    for figure, closing in ((plough, [(640, 300)]), (crown, [])):
        canvas.line(figure + closing, MINT, 4)
        for x, y in figure:
            canvas.disc(x, y, 13, YELLOW)
    canvas.disc(1340, 470, 58, PAPER)
    canvas.disc(1316, 456, 52, "#133260")
    canvas.hill(800, 14, INK, 2.2)
    for x in range(60, 1600, 96):
        person(canvas, x, 880 + (x // 96 % 2) * 12, 110, "#06142a")


def workshop(canvas: Canvas) -> None:
    """Gears and tools."""
    canvas.box(0, 690, 1600, 210, TEAL)
    canvas.box(0, 690, 1600, 22, "#176d6f")
    gear(canvas, 470, 400, 190, INK, PAPER)
    gear(canvas, 764, 262, 116, YELLOW, PAPER)
    gear(canvas, 742, 546, 92, CORAL, PAPER)
    canvas.box(1010, 250, 400, 440, BLUE, 18)
    canvas.box(1050, 290, 320, 330, "#d8ecf0", 8)
    canvas.box(1050, 360, 320, 16, INK)
    canvas.shape([(1180, 376), (1240, 376), (1218, 430), (1202, 430)], INK)
    for at, width in enumerate((190, 170, 140, 104, 60)):
        canvas.box(1210 - width / 2, 590 - at * 30, width, 26, (TEAL, MINT)[at % 2], 6)
    canvas.box(1100, 640, 220, 20, YELLOW, 6)
    for x, colour in ((120, CORAL), (170, YELLOW), (220, MINT)):
        canvas.box(x, 560, 18, 140, colour, 6)
    canvas.box(96, 620, 168, 80, INK, 10)


def children(canvas: Canvas) -> None:
    """A thunderstorm and children who marvel at it."""
    for x, y, radius in ((430, 250, 130), (570, 200, 160), (740, 230, 140), (590, 300, 130)):
        canvas.disc(x, y, radius, PAPER)
    canvas.box(330, 240, 540, 150, PAPER, 75)
    bolt = [(610, 380), (520, 560), (590, 560), (540, 720), (700, 510), (626, 510), (690, 380)]
    canvas.shape(bolt, YELLOW)
    for x, y, radius, colour in (
        (1080, 240, 76, CORAL), (1250, 330, 58, YELLOW), (1160, 440, 44, MINT),
        (1330, 180, 40, PAPER),
    ):  # fmt: skip
        canvas.line([(x, y), (1180, 330)], INK, 10)
        canvas.disc(x, y, radius, colour)
    canvas.disc(1180, 330, 30, INK)
    canvas.hill(760, 20, BLUE, 1.0, 1.0)
    for at, x in enumerate((180, 340, 480, 700, 860, 1010, 1190, 1340, 1480)):
        colour = (YELLOW, CORAL, MINT, PAPER)[at % 4]
        person(canvas, x, 900, 150 + (at * 37) % 60, colour)


def mine(canvas: Canvas) -> None:
    """A headframe above layers of rock."""
    canvas.disc(1240, 190, 90, YELLOW)
    canvas.hill(400, 10, TEAL, 1.5)
    headframe(canvas, 480, 410, 330)
    houses(canvas, 405, BLUE, 90)
    headframe(canvas, 480, 410, 330)
    layers = ((440, "#176d6f"), (520, BLUE), (600, "#12325a"), (690, INK), (790, "#06142a"))
    for at, (top, colour) in enumerate(layers):
        canvas.hill(top, 16, colour, 1.2 + at * 0.3, at * 1.4)
    canvas.box(462, 410, 36, 420, PAPER)
    for x, y, radius in ((820, 560, 46), (1130, 650, 60), (1380, 540, 40), (200, 640, 50)):
        for ring in range(3):
            canvas.ring(x, y, radius - ring * 15, MINT, 5)
    for x, y in ((480, 640), (700, 740), (940, 820), (1250, 770)):
        canvas.shape([(x, y - 26), (x + 22, y), (x, y + 26), (x - 22, y)], YELLOW)


def route(canvas: Canvas) -> None:
    """A map with a walk through the city."""
    for x in range(-60, 1700, 260):
        for y in range(-40, 960, 210):
            colour = canvas.chance.choice(("#e4dcc8", "#e4dcc8", "#cfe5dd", "#d9e4ec"))
            canvas.box(x + canvas.chance.uniform(0, 24), y, 220, 170, colour, 14)
    canvas.line([(-20, 640), (300, 600), (620, 690), (980, 620), (1620, 700)], MINT, 46)
    path = [(170, 760), (390, 770), (400, 560), (650, 545), (660, 350), (930, 340), (1180, 330)]
    path += [(1190, 160), (1420, 150)]
    canvas.line(path, BLUE, 16)
    for at in range(0, len(path), 2):
        canvas.disc(*path[at], 20, PAPER)
        canvas.ring(*path[at], 22, BLUE, 8)
    pin(canvas, 170, 750, 120, CORAL, PAPER)
    pin(canvas, 660, 340, 90, TEAL, PAPER)
    pin(canvas, 1420, 140, 76, YELLOW, INK)
    headframe(canvas, 1300, 600, 230)


def stage(canvas: Canvas) -> None:
    """Two spotlights on a stage with a microphone."""
    for left, colour in ((True, "#254f86"), (False, "#1a6670")):
        edge = 250 if left else 1350
        canvas.shape([(edge, -20), (edge + 70, -20), (1010, 760), (590, 760)], colour)
    canvas.shape([(640, 300), (960, 300), (1010, 760), (590, 760)], "#3f7fa6")
    canvas.box(0, 740, 1600, 160, "#06142a")
    canvas.disc(800, 760, 10, YELLOW)
    canvas.box(590, 742, 420, 26, YELLOW, 13)
    canvas.line([(800, 745), (800, 470)], PAPER, 10)
    canvas.line([(740, 745), (860, 745)], PAPER, 12)
    canvas.disc(800, 440, 44, PAPER)
    canvas.box(770, 440, 60, 60, CORAL, 10)
    for at in range(8):
        for x in (at * 52, 1600 - at * 52):
            canvas.box(x - 26, 0, 52, 760 - at * 78, (CORAL, "#c4431f")[at % 2], 24)
    for x in range(40, 1600, 110):
        person(canvas, x, 930, 130, INK)


def festival(canvas: Canvas) -> None:
    """Strings of lights above market stalls at night."""
    canvas.stars(90, 300)
    houses(canvas, 640, "#163660", 300, lit=0.12)
    for string, top in enumerate((110, 190, 260)):
        points = [
            (x, top + 60 * math.sin(math.pi * ((x + string * 180) % 800) / 800))
            for x in range(-20, 1640, 20)
        ]
        canvas.line(points, PAPER, 3)
        for at, (x, y) in enumerate(points[2::5]):
            canvas.disc(x, y + 16, 17, (YELLOW, CORAL, MINT, WHITE)[(at + string) % 4])
    for at, x in enumerate((70, 460, 850, 1240)):
        _stall(canvas, x, (CORAL, TEAL, YELLOW, BLUE)[at])
    canvas.box(0, 820, 1600, 80, "#06142a")
    for at, x in enumerate(range(30, 1600, 84)):
        person(canvas, x, 910, 120 + (at * 29) % 40, (INK, "#12325a", "#173f70")[at % 3])


def _stall(canvas: Canvas, x: float, colour: str) -> None:
    canvas.box(x + 20, 520, 14, 300, PAPER)
    canvas.box(x + 266, 520, 14, 300, PAPER)
    canvas.box(x + 10, 690, 280, 130, colour, 6)
    for at in range(6):
        canvas.box(x + at * 50, 480, 50, 76, (colour, PAPER)[at % 2], 12)


def deadline(canvas: Canvas) -> None:
    """A calendar sheet and a clock."""
    canvas.box(300, 150, 620, 610, WHITE, 30)
    canvas.box(300, 150, 620, 140, CORAL, 30)
    canvas.box(300, 240, 620, 60, CORAL)
    for x in (440, 610, 780):
        canvas.box(x - 12, 110, 24, 100, INK, 12)
    for row in range(4):
        for column in range(6):
            marked = (row, column) == (2, 4)
            fill = YELLOW if marked else "#d9e4ec"
            canvas.box(350 + column * 90, 340 + row * 98, 64, 64, fill, 10)
    canvas.disc(1120, 560, 240, INK)
    canvas.disc(1120, 560, 204, PAPER)
    for hour in range(12):
        angle = math.pi * hour / 6
        canvas.disc(1120 + 172 * math.cos(angle), 560 + 172 * math.sin(angle), 10, TEAL)
    canvas.line([(1120, 560), (1120, 420)], INK, 16)
    canvas.line([(1120, 560), (1040, 510)], CORAL, 16)
    canvas.disc(1120, 560, 20, INK)


def network(canvas: Canvas) -> None:
    """Points of different sizes, all connected."""
    nodes = [
        (800, 450, 92, YELLOW), (420, 250, 60, TEAL), (330, 600, 74, CORAL), (640, 730, 46, MINT),
        (1010, 720, 62, TEAL), (1270, 560, 78, PAPER), (1190, 230, 66, CORAL), (800, 150, 52, MINT),
        (170, 400, 36, MINT), (1440, 360, 40, YELLOW), (560, 130, 30, PAPER), (1420, 740, 34, TEAL),
    ]  # fmt: skip
    for at, (x, y, _radius, _colour) in enumerate(nodes):
        canvas.line([(x, y), nodes[0][:2]], "#2a6496", 7)
        canvas.line([(x, y), nodes[(at + 1) % 8][:2]], "#173f70", 5)
    for x, y, radius, colour in nodes:
        canvas.disc(x, y, radius, colour)
        canvas.disc(x, y, radius * 0.38, INK)


def paths(canvas: Canvas) -> None:
    """Six paths that meet in one point of light."""
    colours = (INK, BLUE, TEAL, MINT, CORAL, "#2a6496")
    canvas.disc(800, 330, 260, "#fbe7a8")
    for at, colour in enumerate(colours):
        left = -150 + at * 330
        canvas.shape([(left, 900), (left + 250, 900), (808, 330), (792, 330)], colour)
    canvas.disc(800, 330, 96, YELLOW)


def turbines(canvas: Canvas) -> None:
    """Wind turbines beside an old headframe."""
    canvas.bands(["#f9d977", "#fbe7a8", "#f7f2e8", "#d9ece6"], 0, 620)
    canvas.disc(420, 430, 150, YELLOW)
    canvas.hill(600, 36, MINT, 0.9, 0.4)
    for x, ground, height in ((900, 640, 330), (1180, 620, 420), (1440, 650, 300)):
        _turbine(canvas, x, ground, height)
    canvas.hill(680, 26, TEAL, 1.1, 2.0)
    headframe(canvas, 330, 720, 440)
    houses(canvas, 740, BLUE, 120, lit=0.2)
    canvas.hill(735, 16, INK, 1.4, 1.0)
    for at, colour in enumerate((YELLOW, MINT, CORAL)):
        canvas.line([(-20, 800 + at * 34), (1620, 790 + at * 34)], colour, 8)


def _turbine(canvas: Canvas, x: float, ground: float, height: float) -> None:
    top = ground - height
    canvas.shape([(x - 9, ground), (x + 9, ground), (x + 4, top), (x - 4, top)], WHITE)
    for blade in range(3):
        angle = math.pi * (0.15 + 2 * blade / 3)
        tip = (x + height * 0.42 * math.cos(angle), top + height * 0.42 * math.sin(angle))
        canvas.line([(x, top), tip], WHITE, 9)
    canvas.disc(x, top, 14, INK)


def puzzle(canvas: Canvas) -> None:
    """Pieces of a puzzle, one of them apart."""
    size = 230
    pieces = {
        (0, 0): YELLOW, (1, 0): CORAL, (2, 0): MINT, (3, 0): BLUE,
        (0, 1): INK, (1, 1): MINT, (2, 1): YELLOW, (0, 2): CORAL, (1, 2): BLUE, (2, 2): PAPER,
    }  # fmt: skip
    for (column, row), colour in pieces.items():
        canvas.box(190 + column * size, 105 + row * size, size, size, colour)
    for (column, row), colour in pieces.items():
        x, y = 190 + column * size, 105 + row * size
        if (column + 1, row) in pieces:
            canvas.disc(x + size + 16, y + size / 2, 38, colour)
        if (column, row + 1) in pieces:
            canvas.disc(x + size / 2, y + size + 16, 38, colour)
    canvas.box(1150, 480, size, size, PAPER)
    canvas.disc(1134, 595, 38, PAPER)
    canvas.disc(1265, 464, 38, PAPER)
    canvas.words("?", 1215, 660, 190, INK)


def coffee(canvas: Canvas) -> None:
    """A cup of coffee whose steam forms a thought."""
    canvas.box(0, 700, 1600, 200, INK)
    canvas.disc(520, 706, 40, INK)
    canvas.box(330, 690, 600, 34, PAPER, 17)
    canvas.box(410, 440, 400, 250, YELLOW, 60)
    canvas.box(410, 440, 400, 110, YELLOW, 10)
    canvas.ring(820, 545, 88, YELLOW, 34)
    canvas.box(430, 440, 360, 26, "#5a3418", 13)
    for x, height in ((520, 120), (610, 170), (700, 120)):
        steam = [(x + 18 * math.sin(at / 3), 410 - at * height / 16) for at in range(17)]
        canvas.line(steam, PAPER, 12)
    for x, y, radius in ((860, 300, 18), (940, 250, 30)):
        canvas.disc(x, y, radius, PAPER)
    for x, y, radius in ((1090, 210, 100), (1210, 170, 120), (1330, 220, 100), (1210, 260, 110)):
        canvas.disc(x, y, radius, PAPER)
    gear(canvas, 1150, 210, 56, TEAL, PAPER)
    gear(canvas, 1268, 222, 44, CORAL, PAPER)
