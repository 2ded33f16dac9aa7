"""Positions in the log of changes, as clients see them: a text that means nothing to them."""

import base64
import binascii

PREFIX = "c1:"
#: PREFIX and digits in Base64, or nothing.
CURSOR = "^(YzE6[A-Za-z0-9_-]{2,})?$"


def cursor_after(position: int) -> str:
    """Return the cursor with which a client goes on after ``position``."""
    return base64.urlsafe_b64encode(f"{PREFIX}{position}".encode()).decode().rstrip("=")


def position_of(cursor: str) -> int | None:
    """Return the position in a cursor, or ``None`` where it is none of ours."""
    padded = cursor + "=" * (-len(cursor) % 4)
    try:
        text = base64.b64decode(padded, altchars=b"-_", validate=True).decode("ascii")
    except (binascii.Error, UnicodeError, ValueError):
        return None
    number = text.removeprefix(PREFIX)
    if text == number or not (number.isascii() and number.isdigit() and len(number) < 19):
        return None
    return int(number)
