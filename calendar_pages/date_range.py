"""``from=`` and ``to=``: a range of dates or moments, both ends included."""

import datetime
from typing import Annotated

from django.utils import timezone
from ninja import Field, Schema
from pydantic import WithJsonSchema
from pydantic.json_schema import SkipJsonSchema

from univercity.api.parameters import read_moment
from univercity.content.representations.problems import Kind, Problem

#: RFC 3339: full-date or date-time, the latter with its offset.
RFC_3339 = (
    r"^[0-9]{4}-[0-9]{2}-[0-9]{2}"
    r"([Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?([Zz]|[+-][0-9]{2}:[0-9]{2}))?$"
)
Moment = Annotated[
    str,
    Field(pattern=RFC_3339),
    WithJsonSchema(
        {"anyOf": [{"type": "string", "format": name} for name in ("date", "date-time")]}
    ),
]


class RangeParameters(Schema):
    from_: Moment | SkipJsonSchema[None] = Field(
        None,
        alias="from",
        description="Only dates that have not ended before: a day in Europe/Berlin or a date-time"
        " with offset (RFC 3339), itself included. In an address, write `+` as `%2B`.",
        examples=["2026-11-27"],
    )
    to: Moment | SkipJsonSchema[None] = Field(
        None,
        description="Only dates that begin then or before: a day in Europe/Berlin or a date-time"
        " with offset (RFC 3339), itself included.",
        examples=["2026-12-31T18:00:00Z"],
    )

    def moments(self) -> tuple[datetime.datetime | None, datetime.datetime | None]:
        """Return the ends of the range as moments in UTC, both included, ``None`` where it is open.

        Raises a problem where it ends before it begins.
        """
        begin = moment("from", self.from_, datetime.time.min) if self.from_ else None
        end = moment("to", self.to, datetime.time.max) if self.to else None
        if begin and end and end < begin:
            detail = "The range ends before it begins: to= must not be before from=."
            raise Problem(Kind.INVALID_PARAMETER, detail, parameter="to")
        return begin, end


def moment(parameter: str, text: str, time_of_day: datetime.time) -> datetime.datetime:
    """Return an RFC 3339 date-time, or a day in Europe/Berlin at ``time_of_day``, in UTC."""
    try:
        if len(text) == len("2026-11-27"):
            day = datetime.date.fromisoformat(text)
            local = datetime.datetime.combine(day, time_of_day)
            return local.replace(tzinfo=timezone.get_default_timezone()).astimezone(datetime.UTC)
    except (ValueError, OverflowError) as error:
        detail = f"{parameter} is no day of the calendar."
        raise Problem(Kind.INVALID_PARAMETER, detail, parameter=parameter) from error
    return read_moment(parameter, text, "a day or a date and time with offset")
