"""Nobody asks the API more often than the settings allow, and a lost cache stops nobody."""

import itertools

import pytest
from django.conf import settings as configured

from tests.api.test_problems import assert_problem
from tests.factories import UserFactory
from univercity.api.access import throttling
from univercity.api.access.throttling import Rate, address_of, parse_rate
from univercity.content.representations.problems import Kind

ADDRESS = "203.0.113.7"


#: Minutes that no other test has counted in.
MINUTES = itertools.count(20_000_000)


@pytest.fixture(autouse=True)
def clock(monkeypatch):
    """A clock that stands still thirty seconds into a minute.

    Returns a function that lets some seconds pass.
    """
    now = next(MINUTES) * 120 + 30.0

    def pass_seconds(seconds):
        monkeypatch.setattr(throttling.time, "time", lambda: now + seconds)

    pass_seconds(0)
    return pass_seconds


@pytest.fixture
def twice(settings):
    """Two requests a minute for an address, three for a token."""
    settings.API_RATE_PER_ADDRESS, settings.API_RATE_PER_TOKEN = "2/min", "3/min"


def statuses(client, number, address=ADDRESS, path="v3/pages/", **kwargs):
    return [
        client.get(f"/api/{path}", REMOTE_ADDR=address, **kwargs).status_code for _ in range(number)
    ]


@pytest.mark.parametrize("path", ["v2/pages/", "v3/pages/", "v9/nonsense/", "v3/openapi.json"])
def test_too_many_requests_from_an_address_are_refused(client, home, twice, path):
    statuses(client, 2, path=path)

    answer = client.get(f"/api/{path}", REMOTE_ADDR=ADDRESS)

    assert_problem(answer, Kind.TOO_MANY_REQUESTS)
    assert answer["Retry-After"] == "30"


def test_both_apis_are_counted_together(client, home, twice):
    found = statuses(client, 1, path="v2/pages/") + statuses(client, 2, path="v3/pages/")

    assert found == [200, 200, 429]


def test_requests_are_allowed_again_in_the_next_period(client, home, twice, clock):
    statuses(client, 3)
    clock(30)

    assert statuses(client, 1) == [200]


def test_other_addresses_go_on(client, home, twice):
    statuses(client, 3)

    assert statuses(client, 1, "203.0.113.8") == [200]


def test_site_and_admin_are_not_counted(client, home, twice):
    statuses(client, 3)

    assert client.get("/de/", REMOTE_ADDR=ADDRESS).status_code == 200


def test_token_has_its_own_count_wherever_it_is_used(client, home, twice, token_of):
    headers = token_of(UserFactory())
    statuses(client, 3)

    one = statuses(client, 2, headers=headers)
    other = statuses(client, 2, "203.0.113.8", headers=headers)

    assert one + other == [200, 200, 200, 429]


def test_bogus_tokens_are_counted_by_address(client, home, twice):
    headers = {"Authorization": "Bearer nonsense"}

    assert statuses(client, 3, headers=headers) == [401, 401, 429]


def test_zero_allows_any_number(client, home, settings):
    settings.API_RATE_PER_ADDRESS = "0"

    assert set(statuses(client, 20)) == {200}


def test_lost_cache_blocks_nobody(client, home, twice, settings):
    settings.CACHES = {
        **configured.CACHES,
        "throttling": {
            "BACKEND": "django_redis.cache.RedisCache",
            "LOCATION": "redis://127.0.0.1:1/0",  # where nobody listens
            "OPTIONS": {"IGNORE_EXCEPTIONS": True, "SOCKET_CONNECT_TIMEOUT": 1},
        },
    }

    assert statuses(client, 4) == [200] * 4


def test_rates_are_read_from_text():
    assert parse_rate("600/min") == Rate(600, 60)
    assert parse_rate("5/s") == Rate(5, 1)
    assert parse_rate("0") is None
    with pytest.raises(ValueError, match="600/min"):
        parse_rate("many")


@pytest.mark.parametrize(
    ("proxies", "remote", "forwarded", "address"),
    [
        (0, "203.0.113.7", "198.51.100.1", "203.0.113.7"),  # anybody can send the header
        (1, "127.0.0.1", "203.0.113.7", "203.0.113.7"),
        (1, "127.0.0.1", "198.51.100.1, 203.0.113.7", "203.0.113.7"),
        (2, "127.0.0.1", "198.51.100.1, 203.0.113.7, 192.0.2.1", "203.0.113.7"),
        (2, "127.0.0.1", "203.0.113.7", "203.0.113.7"),  # past one of the proxies
        (1, "127.0.0.1", "", "127.0.0.1"),
        (1, "", "nonsense", ""),
        (0, "", "", ""),  # a socket has no address
        (0, "2001:db8:1:2:3::4", "", "2001:db8:1:2::/64"),
        (0, "::ffff:203.0.113.7", "", "203.0.113.7"),
    ],
)
def test_address_that_counts_was_seen_by_the_outermost_proxy(
    rf, settings, proxies, remote, forwarded, address
):
    settings.PROXY_COUNT = proxies

    request = rf.get("/", REMOTE_ADDR=remote, HTTP_X_FORWARDED_FOR=forwarded)

    assert address_of(request) == address
