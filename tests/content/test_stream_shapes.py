"""What released versions stored in StreamFields keeps loading, in HTML and through the API.

Every released shape of the blocks has a file in ``stream_shapes/``: raw JSON by field, as the
release stored it, with each block type of the field's menu; ``{leitbild}`` and the like stand for
the ids of what is linked. A file is never changed afterwards. A release that changes the shape
adds a file; where a block or one of its fields is renamed, removed or nested otherwise, it ships
a data migration (``wagtail.blocks.migrations``), and this test applies it to the older files.
"""

import html
import json
from pathlib import Path

import pytest
from django.apps import apps
from django.core.serializers.json import DjangoJSONEncoder

from tests.api.openapi import errors_of, page_schema
from tests.factories import (
    CalendarPageFactory,
    EventPageFactory,
    ImageFactory,
    LeitbildPageFactory,
    PartnerIndexPageFactory,
    PartnerPageFactory,
    StandardPageFactory,
    find_home,
)
from univercity.content.site_settings import SiteSettings

FOLDER = Path(__file__).parent / "stream_shapes"
RELEASES = {path.stem: json.loads(path.read_text("utf-8")) for path in FOLDER.glob("*.json")}
SHAPES = [(release, field) for release, fields in RELEASES.items() for field in fields]
EACH_SHAPE = pytest.mark.parametrize(("release", "field"), SHAPES)
EACH_SHAPE_OF_A_PAGE = pytest.mark.parametrize(
    ("release", "field"), [shape for shape in SHAPES if "SiteSettings" not in shape[1]]
)

#: Values that are not shown as they are stored.
NO_TEXT = {"id", "type", "level", "selection", "platform", "qualifier", "value", "url"}


@pytest.fixture(scope="module")
def targets(kept):
    """What the shapes link to, by the name it has there."""
    with kept():
        home = find_home()
        yield {
            "home": home,
            "leitbild": LeitbildPageFactory(parent=home),
            "partner": PartnerPageFactory(parent=PartnerIndexPageFactory(parent=home)),
            "event": EventPageFactory(parent=CalendarPageFactory(parent=home)),
            "image": ImageFactory(),
        }


@pytest.fixture
def site(targets, db):
    """The targets as they are stored, for tests that change them."""
    return {name: type(target).objects.get(pk=target.pk) for name, target in targets.items()}


def stored(release, field, site):
    """Return the raw JSON of a field with the ids of this ``site``, as text."""
    text = json.dumps(RELEASES[release][field])
    for name, target in site.items():
        text = text.replace(f'"{{{name}}}"', str(target.pk)).replace(f"{{{name}}}", str(target.pk))
    return text


def texts(value, key=""):
    """Return the texts in a stored value that readers see."""
    if isinstance(value, dict):
        parts = (texts(child, name) for name, child in value.items())
        return set().union(*parts)
    if isinstance(value, list):
        return set().union(*(texts(child, key) for child in value))
    shown = isinstance(value, str) and value and "{" not in value and "<" not in value
    return {value} if shown and key not in NO_TEXT else set()


def owner(field, site):
    """Return the object that has the ``field``."""
    model = apps.get_model(field.rpartition(".")[0])
    if model is SiteSettings:
        locale = site["home"].locale
        return SiteSettings(site=site["home"].get_site(), locale=locale, organisation="U")
    existing = next((page for page in site.values() if type(page) is model), None)
    return existing or StandardPageFactory(parent=site["home"])


def test_first_release_has_a_file():
    assert "2026-11-initial" in RELEASES


@EACH_SHAPE
def test_every_block_of_a_released_shape_is_known_today(release, field, site):
    model, _dot, name = field.rpartition(".")
    block = apps.get_model(model)._meta.get_field(name).stream_block

    value = block.to_python(json.loads(stored(release, field, site)))

    expected = [item["type"] for item in RELEASES[release][field]]
    assert [child.block_type for child in value] == expected


@EACH_SHAPE
def test_released_shape_is_shown_with_all_its_texts(release, field, site, client):
    instance = owner(field, site)
    setattr(instance, field.rpartition(".")[2], stored(release, field, site))
    instance.save()
    page = site["home"] if isinstance(instance, SiteSettings) else instance

    shown = html.unescape(client.get(page.url).content.decode())

    assert {text for text in texts(RELEASES[release][field]) if text not in shown} == set()


@pytest.mark.parametrize("version", ["v2", "v3"])
@EACH_SHAPE_OF_A_PAGE
def test_released_shape_comes_through_the_api_with_all_its_texts(
    release, field, version, site, client
):
    instance = owner(field, site)
    setattr(instance, field.rpartition(".")[2], stored(release, field, site))
    instance.save()

    answer = json.dumps(client.get(f"/api/{version}/pages/{instance.pk}/").json())

    expected = {json.dumps(text)[1:-1] for text in texts(RELEASES[release][field])}
    assert {text for text in expected if text not in answer} == set()


@EACH_SHAPE_OF_A_PAGE
def test_released_shape_answers_as_the_openapi_document_says(release, field, site, client):
    instance = owner(field, site)
    setattr(instance, field.rpartition(".")[2], stored(release, field, site))
    instance.save()

    answer = client.get(f"/api/v3/pages/{instance.pk}/").json()

    assert errors_of(answer, page_schema(answer)) == []


@EACH_SHAPE
def test_released_shape_can_be_edited_and_saved_again(release, field, site):
    model, _dot, name = field.rpartition(".")
    block = apps.get_model(model)._meta.get_field(name).stream_block
    value = block.to_python(json.loads(stored(release, field, site)))

    saved = json.dumps(block.get_prep_value(block.clean(value)), cls=DjangoJSONEncoder)

    expected = {json.dumps(text)[1:-1] for text in texts(RELEASES[release][field])}
    assert {text for text in expected if text not in saved} == set()
