"""Slugs are ASCII, with German letters written out."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from home.models import StandardPage
from univercity.content.slugs import slugify


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Über Größe & Straße", "ueber-groesse-strasse"),
        ("ÄÖÜ", "aeoeue"),
        ("Bürger*innen", "buergerinnen"),
        ("Studenten:innen und Forscher_innen", "studenteninnen-und-forscherinnen"),
        ("Café am Campus", "cafe-am-campus"),
        ("Fu\u0308r Gro\u0308ße", "fuer-groesse"),
    ],
)
def test_german_text_is_written_out(text, slug):
    assert slugify(text) == slug


@given(st.text())
def test_slug_is_ascii_and_stays_the_same_when_made_again(text):
    slug = slugify(text)

    assert re.fullmatch(r"[a-z0-9_-]*", slug)
    assert slugify(slug) == slug


def test_page_without_slug_gets_one_from_its_title(home):
    page = home.add_child(instance=StandardPage(title="Grüße aus Bochum"))
    twin = home.add_child(instance=StandardPage(title="Grüße aus Bochum"))

    assert (page.slug, twin.slug) == ("gruesse-aus-bochum", "gruesse-aus-bochum-2")
