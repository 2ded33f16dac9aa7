"""Things that appear in several drawings."""

import math

from demo.drawings.canvas import BLUE, INK, YELLOW, Canvas


def headframe(canvas: Canvas, x: float, ground: float, height: float, colour: str = INK) -> None:
    """A pit-head frame: two wheels on a lattice tower with a slanting brace."""
    top, thick = ground - height, height * 0.035
    half = height * 0.13
    for side in (-1, 1):
        canvas.line([(x + side * half, ground), (x + side * half * 0.55, top)], colour, thick)
    canvas.line([(x + height * 0.72, ground), (x + half * 0.5, top + height * 0.1)], colour, thick)
    canvas.line([(x + height * 0.58, ground), (x + half * 0.5, top + height * 0.22)], colour, thick)
    for step in range(6):
        low, high = ground - step * height / 6.6, ground - (step + 1) * height / 6.6
        near, far = half * (1 - 0.068 * step), half * (1 - 0.068 * (step + 1))
        canvas.line([(x - near, low), (x + far, high)], colour, thick * 0.5)
        canvas.line([(x + near, low), (x - far, high)], colour, thick * 0.5)
    canvas.box(x - half, top - thick, half * 2.3, thick * 2, colour)
    for dx, dy in ((-half * 0.15, -0.1), (half * 0.75, -0.1)):
        wheel(canvas, x + dx, top + dy * height, height * 0.1, colour)


def wheel(canvas: Canvas, x: float, y: float, radius: float, colour: str, spokes: int = 8) -> None:
    canvas.ring(x, y, radius, colour, radius * 0.16)
    for at in range(spokes):
        angle = math.pi * 2 * at / spokes
        end = (x + radius * 0.95 * math.cos(angle), y + radius * 0.95 * math.sin(angle))
        canvas.line([(x, y), end], colour, radius * 0.06)
    canvas.disc(x, y, radius * 0.16, colour)


def gear(canvas: Canvas, x: float, y: float, radius: float, colour: str, hole: str) -> None:
    """A cogwheel."""
    teeth = max(8, round(radius / 14))
    for at in range(teeth):
        angle, half = math.pi * 2 * at / teeth, math.pi / teeth * 0.55
        points = [
            (x + r * math.cos(a), y + r * math.sin(a))
            for r, a in (
                (radius * 0.9, angle - half * 1.25),
                (radius * 1.15, angle - half * 0.8),
                (radius * 1.15, angle + half * 0.8),
                (radius * 0.9, angle + half * 1.25),
            )
        ]
        canvas.shape(points, colour)
    canvas.disc(x, y, radius, colour)
    canvas.disc(x, y, radius * 0.42, hole)


def houses(canvas: Canvas, ground: float, colour: str, tallest: float, lit: float = 0.0) -> None:
    """A row of buildings over the whole width, some windows lit."""
    x = -20.0
    while x < canvas.width:
        width = canvas.chance.uniform(60, 150)
        height = canvas.chance.uniform(0.35, 1.0) * tallest
        canvas.box(x, ground - height, width, height + 4, colour)
        if canvas.chance.random() < 0.35:
            roof = [
                (x, ground - height),
                (x + width / 2, ground - height - 40),
                (x + width, ground - height),
            ]
            canvas.shape(roof, colour)
        _windows(canvas, x, ground - height, width, height, lit)
        x += width + canvas.chance.choice((0, 0, 14))


def _windows(canvas: Canvas, x: float, y: float, width: float, height: float, lit: float) -> None:
    rows, columns = int(height // 34), int(width // 30)
    for row in range(rows):
        for column in range(columns):
            if canvas.chance.random() < lit:
                canvas.box(x + 12 + column * 28, y + 16 + row * 34, 11, 16, YELLOW, 2)


def person(canvas: Canvas, x: float, ground: float, height: float, colour: str) -> None:
    """A simple figure: head and shoulders like a chess pawn."""
    canvas.disc(x, ground - height * 0.82, height * 0.17, colour)
    canvas.box(
        x - height * 0.24, ground - height * 0.6, height * 0.48, height * 0.7, colour, height * 0.2
    )


def pin(canvas: Canvas, x: float, y: float, size: float, colour: str, hole: str = BLUE) -> None:
    """A map pin whose tip is at the given point."""
    canvas.shape([(x - size * 0.42, y - size), (x + size * 0.42, y - size), (x, y)], colour)
    canvas.disc(x, y - size * 1.1, size * 0.48, colour)
    canvas.disc(x, y - size * 1.1, size * 0.2, hole)
