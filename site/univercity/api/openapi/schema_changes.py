"""What a changed schema means to those who read, or write, the values that it describes."""

import json
import re
from collections.abc import Iterator, KeysView
from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]
REF = "#/components/schemas/"
#: Keywords that only explain.
WORDS = {"title", "description", "default", "example", "examples", "deprecated"}
#: Keywords that are compared by their meaning; of all others only that they differ.
UNDERSTOOD = {
    *("$ref", "type", "const", "enum", "anyOf", "oneOf", "allOf", "discriminator"),
    *("properties", "required", "items", "additionalProperties"),
}


@dataclass(frozen=True)
class Change:
    """One difference between two documents."""

    breaking: bool
    where: str  #: component and field, or method and path
    what: str  #: in plain words, with the reason where it is not obvious
    member: str = ""  #: component that is gone from the union ``where``

    @property
    def component(self) -> str:
        """Name of the component whose values change."""
        return self.member or re.split(r"[ .\[]", self.where)[0]

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"


@dataclass(frozen=True)
class Side:
    """Who writes the values that a schema describes."""

    answered: bool  #: the API; else the client

    @property
    def widened(self) -> bool:
        """Return whether it is breaking that more values are possible."""
        return self.answered

    @property
    def narrowed(self) -> bool:
        """Return whether it is breaking that fewer values are possible."""
        return not self.answered


def compare(old: Any, new: Any, where: str, side: Side) -> Iterator[Change]:
    """Compare two schemas of values that ``side`` writes.

    A reference is compared by its name alone: what the component holds is a matter of its own.
    """
    before, after = members_of(old), members_of(new)
    yield from compare_kinds(before.keys(), after.keys(), where, side, is_open(old, new))
    for kind in before.keys() & after.keys():
        yield from compare_codes(before[kind], after[kind], where, side)
        yield from compare_fields(before[kind], after[kind], where, side)
        yield from compare_nested(before[kind], after[kind], where, side)
        yield from compare_limits(before[kind], after[kind], where, side)
    if any(old.get(word) != new.get(word) for word in WORDS):
        yield Change(False, where, "is described in other words")


def members_of(schema: Json) -> dict[str, Json]:
    """Return what a value may be: the members of a union, or the schema itself, by kind."""
    members: dict[str, Json] = {}
    for member in flat_members(schema):
        kind = kind_of(member)
        same = sum(known.partition(" ")[0] == kind for known in members)
        members[f"{kind} ({same + 1})" if same else kind] = member
    return members


def flat_members(schema: Json) -> Iterator[Json]:
    """Yield the members of a union, those of unions in it included."""
    children = schema.get("anyOf") or schema.get("oneOf") or schema.get("allOf")
    if children:
        for child in children:
            yield from flat_members(child)
    elif isinstance(schema.get("type"), list):
        for kind in schema["type"]:
            yield {**schema, "type": kind}
    else:
        yield schema


def kind_of(schema: Json) -> str:
    if "$ref" in schema:
        return str(schema["$ref"]).removeprefix(REF)
    return str(schema.get("type", "anything"))


def is_open(old: Json, new: Json) -> bool:
    """Return whether both are unions of kinds that say which they are, like blocks."""
    return "discriminator" in old and "discriminator" in new


def compare_kinds(
    old: KeysView[str], new: KeysView[str], where: str, side: Side, open_union: bool
) -> Iterator[Change]:
    for kind in old - new:
        breaking = kind != "null" or side.narrowed
        yield Change(breaking, where, f"can no longer be {kind}", member=kind)
    for kind in new - old:
        if open_union:
            yield Change(False, where, f"may be {kind}; clients pass over kinds they do not know")
        else:
            yield Change(side.widened, where, f"may also be {kind}")


def codes_of(schema: Json) -> list[Any] | None:
    codes: list[Any] | None = [schema["const"]] if "const" in schema else schema.get("enum")
    return codes


def compare_codes(old: Json, new: Json, where: str, side: Side) -> Iterator[Change]:
    before, after = codes_of(old), codes_of(new)
    if before is None and after is not None:
        yield Change(side.narrowed, where, f"is one of {as_text(after)}")
    elif before is not None and after is None:
        yield Change(side.widened, where, f"is no longer one of {as_text(before)}")
    elif before and after:
        gone = [code for code in before if code not in after]
        added = [code for code in after if code not in before]
        if gone:
            yield Change(True, where, f"can no longer be {as_text(gone)}")
        if added:
            reason = "clients show codes they do not know as they do without one"
            yield Change(False, where, f"may be {as_text(added)}; {reason}")


def as_text(codes: list[Any]) -> str:
    return ", ".join(json.dumps(code, ensure_ascii=False) for code in codes)


def compare_fields(old: Json, new: Json, where: str, side: Side) -> Iterator[Change]:
    before, after = old.get("properties", {}), new.get("properties", {})
    needed_before, needed_after = set(old.get("required", [])), set(new.get("required", []))
    for name in before.keys() - after.keys():
        yield Change(True, f"{where}.{name}", "is gone")
    for name in after.keys() - before.keys():
        breaking = name in needed_after and side.narrowed
        yield Change(breaking, f"{where}.{name}", "is new" + " and required" * breaking)
    for name in sorted(before.keys() & after.keys()):
        yield from compare(before[name], after[name], f"{where}.{name}", side)
    for name in before.keys() & after.keys() & (needed_before - needed_after):
        yield Change(side.widened, f"{where}.{name}", "may be missing")
    for name in before.keys() & after.keys() & (needed_after - needed_before):
        yield Change(side.narrowed, f"{where}.{name}", "is never missing")


def compare_nested(old: Json, new: Json, where: str, side: Side) -> Iterator[Change]:
    """Compare what a list holds, and the fields of an object that have no fixed names."""
    for word in ("items", "additionalProperties"):
        before, after = old.get(word, True), new.get(word, True)
        if isinstance(before, dict) and isinstance(after, dict):
            yield from compare(before, after, f"{where}[]", side)
        elif before != after:
            narrower = before is True or after is False
            breaking = side.narrowed if narrower else side.widened
            yield Change(breaking, where, f"holds {'less' if narrower else 'more'} than before")


def compare_limits(old: Json, new: Json, where: str, side: Side) -> Iterator[Change]:
    """Compare all other keywords, such as ``format`` or ``maxLength``."""
    words = (old.keys() | new.keys()) - UNDERSTOOD - WORDS
    for word in sorted(word for word in words if not word.startswith("x-")):
        if word not in old:
            yield Change(side.narrowed, where, f"has {word} {new[word]}")
        elif word not in new:
            yield Change(side.widened, where, f"no longer has {word} {old[word]}")
        elif old[word] != new[word]:
            yield Change(True, where, f"has {word} {new[word]} instead of {old[word]}")
