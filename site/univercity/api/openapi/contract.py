"""What a new OpenAPI document changes for clients that were made from an older one.

Additive: clients go on working, as docs/api.md asks them to expect unknown fields, codes and kinds
of blocks. Breaking: code generated from the older document may no longer compile, or fail on an
answer. Values are judged by who writes them: what the API answers must not become less certain,
what it accepts must not become less.
"""

from collections.abc import Iterator
from typing import Any

from univercity.api.openapi.schema_changes import REF, Change, Json, Side, compare

METHODS = ("get", "put", "post", "patch", "delete", "options", "head", "trace")


def compare_documents(old: Json, new: Json) -> list[Change]:
    """Return what ``new`` changes, breaking changes first."""
    changes = [*compare_operations(old, new), *compare_components(old, new)]
    return sorted(dict.fromkeys(changes), key=lambda change: not change.breaking)


def compare_components(old: Json, new: Json) -> Iterator[Change]:
    before, after = schemas_of(old), schemas_of(new)
    written = {"requests": referenced(old, "requestBody"), "answers": referenced(old, "responses")}
    for name in before.keys() - after.keys():
        same = [found for found in after.keys() - before.keys() if after[found] == before[name]]
        renamed = f"is now called {same[0]}" if same else "is gone"
        yield Change(True, name, f"{renamed}; generated clients know it by this name")
    for name in after.keys() - before.keys():
        yield Change(False, name, "is new")
    for name in before.keys() & after.keys():
        in_requests = name in written["requests"]
        if name in written["answers"] or not in_requests:
            yield from compare(before[name], after[name], name, Side(answered=True))
        if in_requests:
            yield from compare(before[name], after[name], name, Side(answered=False))


def schemas_of(document: Json) -> Json:
    schemas: Json = document.get("components", {}).get("schemas", {})
    return schemas


def referenced(document: Json, part: str) -> set[str]:
    """Return the components that ``part`` of any operation uses, at any depth."""
    schemas = schemas_of(document)
    queue = [
        name
        for _where, operation in operations_of(document).items()
        for name in refs_in(operation.get(part, {}))
    ]
    found: set[str] = set()
    while queue:
        name = queue.pop()
        if name not in found:
            found.add(name)
            queue += refs_in(schemas.get(name, {}))
    return found


def refs_in(value: Any) -> list[str]:
    """Return the names of all components that ``value`` refers to."""
    if isinstance(value, dict):
        own = [value["$ref"].removeprefix(REF)] if isinstance(value.get("$ref"), str) else []
        return own + [name for child in value.values() for name in refs_in(child)]
    if isinstance(value, list):
        return [name for child in value for name in refs_in(child)]
    return []


def operations_of(document: Json) -> dict[str, Json]:
    """Return all operations by method and path."""
    return {
        f"{method.upper()} {path}": item[method]
        for path, item in document.get("paths", {}).items()
        for method in METHODS
        if method in item
    }


def compare_operations(old: Json, new: Json) -> Iterator[Change]:
    before, after = operations_of(old), operations_of(new)
    for where in before.keys() - after.keys():
        yield Change(True, where, "is gone")
    for where in after.keys() - before.keys():
        yield Change(False, where, "is new")
    for where in before.keys() & after.keys():
        yield from compare_operation(before[where], after[where], where)


def compare_operation(old: Json, new: Json, where: str) -> Iterator[Change]:
    if old.get("operationId") != new.get("operationId"):
        yield Change(True, where, "has another operationId; generated clients call it by that")
    if old.get("security") != new.get("security"):
        yield Change(True, where, "asks for another authentication")
    yield from compare_parameters(parameters_of(old), parameters_of(new), where)
    yield from compare_content(
        old.get("requestBody", {}), new.get("requestBody", {}), where, Side(answered=False)
    )
    before, after = old.get("responses", {}), new.get("responses", {})
    for status in before.keys() - after.keys():
        yield Change(True, where, f"no longer answers {status}")
    for status in after.keys() - before.keys():
        yield Change(False, where, f"may answer {status}")
    for status in before.keys() & after.keys():
        place = f"{where} {status}"
        yield from compare_content(before[status], after[status], place, Side(answered=True))


def parameters_of(operation: Json) -> dict[str, Json]:
    return {f"{item['in']} {item['name']}": item for item in operation.get("parameters", [])}


def compare_parameters(old: dict[str, Json], new: dict[str, Json], where: str) -> Iterator[Change]:
    for name in old.keys() - new.keys():
        yield Change(True, where, f"no longer takes the parameter {name}")
    for name in new.keys() - old.keys():
        required = bool(new[name].get("required"))
        yield Change(required, where, f"takes the {'required ' * required}parameter {name}")
    for name in old.keys() & new.keys():
        if new[name].get("required") and not old[name].get("required"):
            yield Change(True, where, f"requires the parameter {name}")
        schemas = old[name].get("schema", {}), new[name].get("schema", {})
        yield from compare(*schemas, f"{where} {name}", Side(answered=False))


def compare_content(old: Json, new: Json, where: str, side: Side) -> Iterator[Change]:
    """Compare a request body or an answer by media type."""
    before, after = old.get("content", {}), new.get("content", {})
    for media_type in before.keys() - after.keys():
        yield Change(True, where, f"{media_type} is gone")
    for media_type in after.keys() - before.keys():
        yield Change(False, where, f"{media_type} is new")
    for media_type in before.keys() & after.keys():
        schemas = before[media_type].get("schema", {}), after[media_type].get("schema", {})
        yield from compare(*schemas, where, side)
    if not side.answered and new.get("required") and not old.get("required"):
        yield Change(True, where, "requires a body")
