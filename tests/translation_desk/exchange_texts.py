"""Texts for hypothesis: HTML with inline tags, as wagtail-localize keeps it."""

from hypothesis import strategies as st

from univercity.translation_desk.inline_elements import to_html

#: Texts as people and programs make them: entities, spaces that do not break, hyphens that hide.
STRINGS = st.text(
    st.one_of(
        st.sampled_from("a&<>\"'; \u00a0\u00ad\u202f\u2028\u0085äß„“😀\u0301"),
        st.characters(exclude_categories=["Cs"], exclude_characters="\0"),
    ),
    max_size=12,
)


@st.composite
def html_texts(draw, depth=2):
    """Return HTML with inline tags, as wagtail-localize writes it."""
    parts = []
    for _ in range(draw(st.integers(0, 3))):
        parts.append(to_html((draw(STRINGS),)))
        tag = draw(st.sampled_from(["b", "sub", "a", "br"]))
        if tag == "br":
            parts.append("<br/>")
        elif depth:
            attrs = f' id="a{draw(st.integers(1, 3))}"' if tag == "a" else ""
            parts.append(f"<{tag}{attrs}>{draw(html_texts(depth - 1))}</{tag}>")
    return "".join(parts)
