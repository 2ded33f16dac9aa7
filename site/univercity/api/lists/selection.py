"""``fields=``: an answer with some of its members only, and the schema of such an answer."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, reduce
from operator import or_
from types import UnionType
from typing import (
    Annotated,
    Any,
    NotRequired,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

from ninja import Field, Schema
from pydantic import create_model
from pydantic.json_schema import SkipJsonSchema
from typing_extensions import TypeAliasType, TypedDict, is_typeddict

from univercity.content.representations.problems import Kind, Problem

#: Chosen members by name, each with those chosen of it; an empty choice means all.
Choice = dict[str, "Choice"]

DESCRIPTION = (
    "Members to answer, separated by commas; a dot leads to a member of a member, also through"
    " lists: `title,logo.alt`. All others are then missing. Without it the answer is complete."
)


#: Type of the parameter.
Fields = Annotated[str, Field(max_length=1000)] | SkipJsonSchema[None]


class SelectionParameter(Schema):
    fields: Fields = None


def selection_from(shape: Any, example: str = "title") -> Any:
    """Return the field ``fields`` for the parameters of an answer of type ``shape``.

    Its pattern is described only: ``select`` tells better what is wrong.
    """
    name = "|".join(re.escape(known) for known in member_names(shape))
    pattern: Any = {"pattern": f"^({name})(,({name}))*$"}
    return Field(None, description=DESCRIPTION, examples=[example], json_schema_extra=pattern)


def select(shape: Any, fields: str | None) -> Callable[[Any], Any]:
    """Return a function that keeps of a value of type ``shape`` only the members in ``fields``.

    Raises a problem that names what is unknown, and what is known.
    """
    if fields is None:
        return lambda value: value
    asked = {name.strip() for name in fields.split(",")}
    known = list(member_names(shape))
    if unknown := sorted(asked.difference(known)):
        detail = f"fields= names members that the answer does not have: {', '.join(unknown)}."
        raise Problem(Kind.INVALID_PARAMETER, detail, parameter="fields", known=known)
    choice = choice_of(asked)
    return lambda value: keep(value, choice)


def choice_of(names: set[str]) -> Choice:
    """Return dotted ``names`` as a tree; whoever names a member as a whole gets all of it."""
    tree: Choice = {}
    for name in sorted(names):
        parts = name.split(".")
        if any(".".join(parts[:count]) in names for count in range(1, len(parts))):
            continue
        node = tree
        for part in parts:
            node = node.setdefault(part, {})
    return tree


def keep(value: Any, choice: Choice) -> Any:
    if not choice or value is None:
        return value
    if isinstance(value, list):
        return [keep(item, choice) for item in value]
    return {name: keep(value[name], chosen) for name, chosen in choice.items() if name in value}


def member_names(shape: Any, prefix: str = "") -> Iterator[str]:
    """Yield the dotted names of all members of a TypedDict, of those in its lists as well."""
    for name, hint in get_type_hints(shape).items():
        yield prefix + name
        for inner in typed_dicts_in(hint):
            yield from member_names(inner, f"{prefix}{name}.")


def typed_dicts_in(hint: Any) -> Iterator[Any]:
    """Yield the TypedDicts that a value of type ``hint`` is, or is a list of."""
    if is_typeddict(hint):
        yield hint
    elif isinstance(hint, TypeAliasType):
        yield from typed_dicts_in(hint.__value__)
    elif get_origin(hint) in (list, Union, UnionType, Annotated, NotRequired):
        for argument in get_args(hint):
            yield from typed_dicts_in(argument)


@cache
def selection_of(shape: Any) -> Any:
    """Return the type of what ``fields=`` leaves of a TypedDict: each member may be missing."""
    hints = get_type_hints(shape, include_extras=True)
    members = {name: _selection_of_hint(hint) for name, hint in hints.items()}
    selection = TypedDict(f"{shape.__name__}Selection", members, total=False)  # type: ignore[misc]
    selection.__doc__ = f"{shape.__name__} with the members that `fields=` names."
    return selection


def _selection_of_hint(hint: Any) -> Any:
    if not any(typed_dicts_in(hint)):
        return hint
    if is_typeddict(hint):
        return selection_of(hint)
    if isinstance(hint, TypeAliasType):
        return _selection_of_hint(hint.__value__)
    inner, *others = get_args(hint)
    if get_origin(hint) is list:
        return list[_selection_of_hint(inner)]  # type: ignore[misc]
    if get_origin(hint) in (Union, UnionType):
        return reduce(or_, map(_selection_of_hint, [inner, *others]))
    # Annotated or NotRequired: each member may be missing now, also one that told types apart.
    return _selection_of_hint(inner)


def selectable(shape: Any) -> Any:
    """Return the schema of an answer that is one object of type ``shape``."""
    return shape | selection_of(shape)


def list_answer(name: str, shape: Any) -> Any:
    """Return the schema of a page of a list whose items are of type ``shape``."""
    return _page_of(name, shape) | _page_of(f"{name}Selection", selection_of(shape))


def _page_of(name: str, item: Any) -> type[Schema]:
    following = Field(
        description="Address of the next page of the list, from the root of the site, also in the"
        " header `Link`; null on the last page."
    )
    return create_model(
        name, __base__=Schema, items=(list[item], ...), next=(str | None, following)
    )
