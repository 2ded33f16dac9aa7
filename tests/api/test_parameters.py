"""An endpoint answers only parameters that it knows, with values that it can read."""

import inspect
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from config.api import v3
from tests.accounts import make_account
from tests.api.test_problems import assert_problem
from tests.factories import StandardPageFactory
from tests.fuzzing import examples
from univercity.api.endpoints.search import TYPES
from univercity.api.parameters import FILTERED
from univercity.content.representations.problems import Kind

LISTS = ["pages", "images", "documents", "redirects"]
V2_STATUS = {"v2": 400, "v3": 422}
VERSIONS = pytest.mark.parametrize("version", ["v2", "v3"])


@VERSIONS
@pytest.mark.parametrize("endpoint", LISTS)
def test_list_refuses_an_unknown_parameter(client, home, version, endpoint):
    answer = client.get(f"/api/{version}/{endpoint}/?nonsense=1")

    assert_problem(answer, Kind.UNKNOWN_PARAMETER, V2_STATUS[version])


@VERSIONS
def test_page_refuses_an_unknown_parameter(client, home, version):
    detail = client.get(f"/api/{version}/pages/{home.pk}/?nonsense=1")
    found = client.get(f"/api/{version}/pages/find/?html_path=/&nonsense=1")

    assert_problem(detail, Kind.UNKNOWN_PARAMETER, V2_STATUS[version])
    assert_problem(found, Kind.UNKNOWN_PARAMETER, V2_STATUS[version])


def test_refusal_names_the_parameter_what_is_known_and_what_was_meant(client, home):
    body = client.get("/api/v3/pages/?localle=de").json()

    assert (body["parameter"], body["near"]) == ("localle", "locale")
    assert {"locale", "limit", "offset", "search", "slug"} <= set(body["known"])


@VERSIONS
def test_columns_of_the_type_are_known(client, home, version):
    StandardPageFactory(parent=home, title="Eins", slug="eins")
    base = f"/api/{version}/pages/?type=home.StandardPage"

    assert len(client.get(f"{base}&slug=eins").json()["items"]) == 1
    assert client.get(f"{base}&teaser=x").status_code == 200
    assert client.get(f"/api/{version}/pages/?teaser=x").status_code == V2_STATUS[version]


@VERSIONS
def test_found_page_keeps_the_parameters_of_its_address(client, home, version):
    address = f"/api/{version}/pages/find/?id={home.pk}&rich_text_format=html"

    assert client.get(address, follow=True).status_code == 200


@VERSIONS
def test_single_value_given_twice_is_refused(client, home, version):
    answer = client.get(f"/api/{version}/pages/?locale=de&locale=en")

    body = assert_problem(answer, Kind.INVALID_PARAMETER, V2_STATUS[version])
    assert body["parameter"] == "locale"


def test_parameters_of_several_values_may_be_repeated(client, home):
    types = "type=home.HomePage&type=home.StandardPage"

    assert client.get("/api/v3/pages/?order=title&order=-id").status_code == 200
    assert client.get(f"/api/v3/pages/?{types}").json()["count"] == 1


@VERSIONS
@pytest.mark.parametrize("value", ["%00", "x" * 2001])
def test_value_that_cannot_be_meant_is_refused(client, home, version, value):
    for parameter in ("search", "slug", "locale"):
        answer = client.get(f"/api/{version}/pages/?{parameter}={value}")
        assert_problem(answer, Kind.INVALID_PARAMETER, V2_STATUS[version])


@VERSIONS
@pytest.mark.parametrize(
    "address",
    [
        "pages/99999999999999999999999/",
        "pages/?offset=99999999999999999999999",
        "pages/?child_of=99999999999999999999999",
        "pages/?id=99999999999999999999999",
        "pages/find/?id=99999999999999999999999",
        "images/99999999999999999999999/",
        "redirects/?id=99999999999999999999999",
    ],
)
def test_number_beyond_the_database_is_no_error_of_the_server(client, home, version, address):
    answer = client.get(f"/api/{version}/{address}")

    assert answer.status_code < 500
    if answer.status_code >= 400:
        assert answer["Content-Type"] == "application/problem+json"


def test_every_list_that_wagtail_filters_by_columns_is_known_here():
    found = set()
    for router in v3._get_bound_routers():
        for view in router.path_operations.values():
            for operation in view.operations:
                source = inspect.getsource(inspect.unwrap(operation.view_func))
                if "APIFieldFilterSchema.with" in source:
                    found.add(operation.operation_id)

    assert found == set(FILTERED)


@VERSIONS
@pytest.mark.parametrize(
    "address", [*(f"{name}/?" for name in LISTS), *(f"pages/?type={name}&" for name in TYPES)]
)
def test_each_known_parameter_is_read_or_refused_in_english(client, home, version, address):
    address = f"/api/{version}/{address}"
    known = client.get(f"{address}nonsense=1").json()["known"]

    for name in sorted(set(known) - {"type"}):
        for query in (f"{name}=x", f"{name}=1", f"order={name}"):
            answer = client.get(f"{address}{query}")
            assert answer.status_code in (200, 404, V2_STATUS[version]), query
            assert not re.search("Wert|ungültig", answer.json().get("detail", "")), query


def test_revisions_are_of_an_account_with_a_number(client, home, token_of):
    drafts = token_of(make_account("admin", is_superuser=True), reads_drafts=True)
    address = f"/api/v3/pages/{home.pk}/revisions/?user_id="

    answer = client.get(f"{address}x", headers=drafts)
    assert assert_problem(answer, Kind.INVALID_PARAMETER)["parameter"] == "user_id"
    assert client.get(f"{address}1", headers=drafts).status_code == 200


VALUES = st.one_of(
    st.text(max_size=20), st.integers().map(str), st.sampled_from(["", "-1", "root", "de", "null"])
)
NAMES = ["type", "child_of", "descendant_of", "ancestor_of", "translation_of", "locale", "site"]
MORE = ["limit", "offset", "order", "search", "search_operator", "id", "slug", "title", "fields"]


@VERSIONS
@settings(max_examples=examples(120), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=st.dictionaries(st.sampled_from(NAMES + MORE), VALUES, max_size=3))
def test_no_values_make_the_server_fail(client, home, version, query):
    answer = client.get(f"/api/{version}/pages/", query)

    assert answer.status_code in (200, 400, 404, 422)
