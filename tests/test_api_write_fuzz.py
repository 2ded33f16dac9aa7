"""No call of the write side of API v3 makes the server fail, whatever it is sent.

Wagtail 8.0.1 answers several of these with 500; univercity/api/errors.py has their reasons.
"""

import json

import pytest
from django.core.files import File
from django.db import transaction
from hypothesis import HealthCheck, given
from hypothesis import settings as examples
from hypothesis import strategies as st
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Collection, Locale, Page, Site

from config.api import v3
from tests.accounts import make_account
from tests.factories import DocumentFactory, EventPageFactory, ImageFactory, StandardPageFactory
from tests.schema_values import NUMBERS, mostly, values
from univercity.api.access import operations

BODIES = {"post", "put", "patch", "delete"}


@pytest.fixture
def document(settings, monkeypatch):
    """The OpenAPI document as it is where writing is on."""
    settings.API_WRITES = True
    for router in v3._get_bound_routers():
        for view in router.path_operations.values():
            for operation in view.operations:
                offered = operations.is_offered(operation)
                monkeypatch.setattr(operation, "include_in_schema", offered)
    return v3.get_openapi_schema()


@pytest.fixture
def ids(home, calendar, network, translate):
    """Ids that exist, by the name of the argument in an address."""
    pages = [
        *(home, calendar, network, translate(home, slug="home")),
        StandardPageFactory(parent=home),
        StandardPageFactory(parent=home, live=False),
        EventPageFactory(parent=calendar),
        EventPageFactory(parent=calendar).create_alias(parent=home),
        Page.get_first_root_node(),
    ]
    pages[4].save_revision().publish()
    revision = pages[4].save_revision()
    return {
        "page_id": [page.pk for page in pages],
        "revision_id": [revision.pk],
        "site_id": [Site.objects.get().pk],
        "locale_id": list(Locale.objects.values_list("pk", flat=True)),
        "image_id": [ImageFactory().pk],
        "document_id": [DocumentFactory().pk],
        "redirect_id": [1],
        "collection": list(Collection.objects.values_list("pk", flat=True)),
        "type": ["univercity.Person"],
        "pk": ["1"],
    }


def writing_operations(document):
    return [
        (method, path, view[method])
        for path, view in document["paths"].items()
        for method in view
        if method in BODIES
    ]


def body_of(operation, document):
    content = operation.get("requestBody", {}).get("content", {})
    for media_type, described in content.items():
        return media_type, values(described["schema"], document)
    return "application/json", st.none()


def real_places(body, known):
    """Let the references in a body name objects that exist."""
    if isinstance(body, dict):
        for name, value in body.items():
            if name in ("destination_id", "parent_id") and isinstance(value, int):
                body[name] = known["page_id"][value % len(known["page_id"])]
            if name in ("revision_id", "root_page_id", "collection") and isinstance(value, int):
                places = known.get(name, known["page_id"])
                body[name] = places[value % len(places)]
            real_places(value, known)
    return body


@pytest.fixture
def call(client, home, token_of):
    headers = token_of(make_account("admin", is_superuser=True), reads_drafts=True, writes=True)
    client.raise_request_exception = False

    def send(method, path, media_type, body):
        with transaction.atomic():  # so that every example finds the same site
            if media_type == "application/json":
                sent = "" if body is None else json.dumps(body)
                answer = client.generic(method.upper(), path, sent, media_type, headers=headers)
            else:
                texts = {name: str(value) for name, value in body.items()}
                if "file" in texts:
                    texts["file"] = File(get_test_image_file().file, name="x.png")
                answer = client.post(path, texts, headers=headers)
            transaction.set_rollback(True)
        return answer

    return send


@examples(
    max_examples=200,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=st.data())
def test_no_write_makes_the_server_fail(call, document, ids, data):
    method, path, operation = data.draw(st.sampled_from(writing_operations(document)))
    for parameter in operation.get("parameters", ()):
        if parameter["in"] == "path":
            name = parameter["name"]
            value = data.draw(mostly(st.sampled_from(ids[name]), NUMBERS))
            path = path.replace(f"{{{name}}}", str(value))
    media_type, bodies = body_of(operation, document)
    if media_type == "application/json":
        bodies = mostly(bodies)
    body = real_places(data.draw(bodies), ids)

    answer = call(method, path, media_type, body)

    assert answer.status_code < 500, (method, path, body)
    if answer.status_code >= 400:
        assert answer["Content-Type"] == "application/problem+json"
    else:
        documented = operation["responses"]
        assert answer.status_code in documented or str(answer.status_code) in documented
