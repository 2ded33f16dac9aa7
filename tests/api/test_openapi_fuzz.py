"""API v3 keeps what its OpenAPI document says, whoever asks and whatever for.

schemathesis makes requests from the document: valid ones, which must be answered, and invalid ones,
which must be refused.
"""

from collections import Counter

import pytest
import schemathesis
from django.test import Client
from schemathesis import GenerationMode

from tests.api.openapi_cases import make_known, make_sensible, try_out
from univercity.api.openapi.document import openapi_document

pytestmark = [pytest.mark.django_db, pytest.mark.full]

#: How many requests for an operation with parameters; each is made by all who ask.
VALID, INVALID = 20, 12
ANYBODY = {
    *("pages_list", "pages_find", "pages_detail", "resolve", "changes", "search", "get_site"),
    "preview",
    *("list_partners", "list_events", "list_sitemap"),
    *("images_list", "images_detail", "documents_list", "documents_detail"),
    *("redirects_list", "redirects_find", "redirects_detail"),
}
WITH_ANY_TOKEN = ANYBODY | {"whoami", "schema_list", "schema_detail"}
FOR_PAGES = WITH_ANY_TOKEN | {"pages_revisions_list", "pages_revisions_detail"}
#: The operations that answer those who ask.
ANSWERED = {
    "anonymous": ANYBODY,
    "preview": ANYBODY,
    "reader": WITH_ANY_TOKEN,
    "one language": WITH_ANY_TOKEN,
    "one section": WITH_ANY_TOKEN,
    "one type": FOR_PAGES,
    "drafts": FOR_PAGES | {"sites_list", "sites_detail", "locales_list", "locales_detail"},
}


#: Narrow tokens reach few pages, which few of the tried paths lead to.
NARROW = {"one language", "one section", "one type"}
BY_CHANCE = {"pages_detail", "pages_find", "resolve"}


@pytest.fixture(scope="module")
def known(demo, django_db_blocker):
    with django_db_blocker.unblock():
        return make_known(Client())


@pytest.fixture
def operations(wsgi):
    schema = schemathesis.openapi.from_dict(openapi_document())
    schema.app = wsgi
    return [found.ok() for found in schema.get_all_operations()]


def surely_answered(who):
    """Return the operations that many requests reach; a few may be for what is not there."""
    return ANSWERED[who] - (BY_CHANCE if who in NARROW else set())


def test_api_keeps_what_its_document_says(known, operations):
    asked = Counter()
    answered = {who: set() for who in ANSWERED}

    def ask(case, data):
        if case.meta.generation.mode is GenerationMode.POSITIVE:
            make_sensible(case, known, data)
        for who, headers in known.headers.items():
            response = case.call(headers=headers)
            case.validate_response(response, headers=headers)
            asked[who] += 1
            if response.status_code < 400:
                answered[who].add(case.operation.definition.raw["operationId"])

    for operation in operations:
        try_out(operation, GenerationMode.POSITIVE, VALID, ask)
        if operation.query or operation.path_parameters:
            try_out(operation, GenerationMode.NEGATIVE, INVALID, ask)

    for who in ANSWERED:
        assert surely_answered(who) <= answered[who] <= ANSWERED[who], who
    assert asked.total() >= 150 * (VALID + INVALID)
