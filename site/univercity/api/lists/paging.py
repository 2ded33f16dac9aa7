"""Pages of a list: ``limit=`` and ``cursor=``.

The cursor of django-ninja is a value of one column and an offset among rows with the same value:
it repeats or skips rows when one is inserted there, and takes any value for a cursor. Ours holds
the place of the last row in a total order, signed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any

from django.core import signing
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from ninja import Field
from pydantic.json_schema import SkipJsonSchema

from univercity.api.lists.selection import SelectionParameter, select
from univercity.content.representations.problems import Kind, Problem

#: Base64 of the place and of its signature.
CURSOR = r"^[A-Za-z0-9_-]+:[A-Za-z0-9_-]{43}$"
DEFAULT_LIMIT = 20
MAX_LIMIT = 100


class ListParameters(SelectionParameter):
    limit: int = Field(
        DEFAULT_LIMIT, ge=1, le=MAX_LIMIT, description="How many items a page of the list holds."
    )
    cursor: Annotated[str, Field(max_length=2000, pattern=CURSOR)] | SkipJsonSchema[None] = Field(
        None, description="Where to go on; comes from `next`, not to be made."
    )


@dataclass(frozen=True)
class Listing:
    """One list of the API: its items and their order.

    ``order`` names columns or annotations of the rows, "-" before those that descend. None of them
    is ever null, and the last one is unique, so that each row has one place.
    """

    name: str  #: cursors of one list are invalid in another
    shape: Any  #: TypedDict of an item
    order: tuple[str, ...]

    def page(self, rows: QuerySet[Any], parameters: ListParameters) -> tuple[list[Any], str | None]:
        """Return the rows that ``parameters`` ask for, and the cursor of those after them."""
        rows = rows.order_by(*self.order)
        if parameters.cursor is not None:
            rows = rows.filter(self._after(self._place_in(parameters.cursor, rows)))
        found = list(rows[: parameters.limit + 1])
        shown = found[: parameters.limit]
        return shown, self._cursor_after(shown[-1]) if len(found) > len(shown) else None

    def answer(
        self,
        request: HttpRequest,
        response: HttpResponse,
        parameters: ListParameters,
        rows: QuerySet[Any],
        to_items: Callable[[list[Any]], list[Any]],
    ) -> dict[str, Any]:
        """Return a page of the list as JSON; ``to_items`` turns its rows into items.

        The address of the next page also goes into the header ``Link`` (RFC 8288).
        """
        chosen = select(self.shape, parameters.fields)
        shown, cursor = self.page(rows, parameters)
        following = address_with(request, cursor) if cursor else None
        if following:
            response["Link"] = f'<{following}>; rel="next"'
        return {"items": [chosen(item) for item in to_items(shown)], "next": following}

    @property
    def _columns(self) -> list[str]:
        return [name.removeprefix("-") for name in self.order]

    @property
    def _signer(self) -> signing.Signer:
        # Without a time in it, so that the same page of a list is the same to the byte.
        return signing.Signer(salt=f"univercity.api.lists.{self.name}")

    def _cursor_after(self, row: Any) -> str:
        values = [getattr(row, name) for name in self._columns]
        return self._signer.sign_object([_plain(value) for value in values])

    def _place_in(self, cursor: str, rows: QuerySet[Any]) -> list[Any]:
        try:
            values = self._signer.unsign_object(cursor)
            fields = [_column_type(rows, name) for name in self._columns]
            return [field.to_python(value) for field, value in zip(fields, values, strict=True)]
        except (signing.BadSignature, ValidationError, ValueError) as error:
            detail = "This cursor does not belong to this list. Follow `next`, or begin without."
            raise Problem(Kind.NOT_FOUND, detail, parameter="cursor") from error

    def _after(self, place: list[Any]) -> Q:
        """Return the condition for rows that come after ``place`` in the order of the list.

        The first column is bounded by itself, too, so that an index on the order is entered there.
        """
        condition = Q(pk__in=[])
        equal = Q()
        for name, column, value in zip(self.order, self._columns, place, strict=True):
            lookup = "lt" if name.startswith("-") else "gt"
            condition |= equal & Q(**{f"{column}__{lookup}": value})
            equal &= Q(**{column: value})
        first = "lte" if self.order[0].startswith("-") else "gte"
        return Q(**{f"{self._columns[0]}__{first}": place[0]}) & condition


def _plain(value: Any) -> Any:
    """Return dates and times as text, which the column's ``to_python`` reads again."""
    return value.isoformat() if hasattr(value, "isoformat") else value


def _column_type(rows: QuerySet[Any], name: str) -> Any:
    if name in rows.query.annotations:
        return rows.query.annotations[name].output_field
    return rows.model._meta.pk if name == "pk" else rows.model._meta.get_field(name)


def address_with(request: HttpRequest, cursor: str) -> str:
    """Return the address of this request, from the root of the site, with another cursor."""
    parameters = request.GET.copy()
    parameters["cursor"] = cursor
    return f"{request.path}?{parameters.urlencode()}"
