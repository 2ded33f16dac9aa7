"""Values for a JSON schema of the OpenAPI document: what fits it, and what does not."""

from hypothesis import strategies as st

TEXTS = st.one_of(
    st.text(max_size=30),
    st.sampled_from(["", " ", "\x00", "a" * 300, "de", "en", "neu", "/", "🦔", "<p>x</p>", "-1"]),
)
NUMBERS = st.one_of(st.integers(-3, 40), st.sampled_from([0, 2**31, 2**63, -(2**63), 10**30]))
JUNK = st.one_of(st.none(), st.booleans(), NUMBERS, TEXTS, st.just([]), st.just({}), st.just([{}]))


def mostly(valid, junk=JUNK):
    """Return ``valid``, one time in ten ``junk``; ``one_of`` would weigh by its many branches."""
    return st.integers(0, 9).flatmap(lambda number: valid if number else junk)


def values(schema, document, depth=0):
    """Return a strategy for ``schema``, whose references are in ``document``."""
    if "$ref" in schema:
        name = schema["$ref"].rsplit("/", 1)[-1]
        return values(document["components"]["schemas"][name], document, depth)
    for key in ("anyOf", "oneOf"):
        if key in schema:
            return st.one_of(*(values(option, document, depth) for option in schema[key]))
    if "const" in schema:
        return st.just(schema["const"])
    if "enum" in schema:
        return st.sampled_from(schema["enum"])
    return of_type(schema, document, depth)


def of_type(schema, document, depth):
    kind = schema.get("type")
    if kind == "object" and depth < 6:
        return objects(schema, document, depth)
    if kind == "array":
        return st.lists(values(schema.get("items", {}), document, depth + 1), max_size=2)
    plain = {"string": TEXTS, "integer": NUMBERS, "boolean": st.booleans(), "null": st.none()}
    return plain.get(kind, JUNK)


def objects(schema, document, depth):
    """Mostly valid objects; one in ten lacks members or has values of another type."""
    members = {
        name: mostly(values(member, document, depth + 1))
        for name, member in schema.get("properties", {}).items()
    }
    required = {name: members[name] for name in schema.get("required", ()) if name in members}
    optional = {name: value for name, value in members.items() if name not in required}
    valid = st.fixed_dictionaries(required, optional=optional)
    return mostly(valid, st.fixed_dictionaries({}, optional=members))
