"""Moments in the parameters of an address."""

import re
from datetime import UTC, datetime

from univercity.api.problems import Kind, Problem

#: RFC 3339, section 5.6; the offset is required, because a local time may occur twice. A "+" that
#: was not written as %2B arrives as a space.
MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}(\.[0-9]+)?(Z|[+ -][0-9]{2}:[0-9]{2})")


def read_moment(
    parameter: str, text: str, form: str = "a date and time of RFC 3339 with offset"
) -> datetime:
    """Return the moment that a parameter names, in UTC.

    Raises :class:`Problem` (422) for anything else, which says that it must have the ``form``.
    """
    moment = text.upper()
    if len(moment) > len("2026-11-27") and moment[10] == " ":
        moment = moment.replace(" ", "T", 1)
    try:
        if not MOMENT.fullmatch(moment):
            raise ValueError(moment)
        return datetime.fromisoformat(moment.replace(" ", "+")).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        detail = (
            f"{parameter} must be {form}, such as 2026-11-27T18:00:00+01:00; in an address, "
            "write + as %2B."
        )
        raise Problem(Kind.INVALID_PARAMETER, detail, parameter=parameter) from error
