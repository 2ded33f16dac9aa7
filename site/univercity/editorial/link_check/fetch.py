"""Asking another site for an address, without ever reaching into our own network.

requests-hardened looks a host up once, refuses private, local and reserved addresses, and connects
to the address it looked at, for each redirect anew: so no name can lead past it.
"""

import socket
from dataclasses import dataclass
from threading import Thread
from typing import Any
from urllib.parse import urljoin

import requests
from django.conf import settings
from requests_hardened import Config, HTTPSession
from requests_hardened.ip_filter import InvalidIPAddress

from univercity.editorial.models import Outcome

SECONDS = 5  #: to connect, and between two parts of an answer
SECONDS_IN_ALL = 25  #: a server that sends a byte now and then must not hold us for longer
MAX_REDIRECTS = 3

#: Answers that say nothing about what a visitor would see.
UNCLEAR = {401, 403, 405, 406, 407, 429, 451, 999}
MISSING = {404, 410}


@dataclass(frozen=True)
class Answer:
    """What a question for an address found."""

    outcome: Outcome
    status_code: int | None = None
    moved_to: str = ""


def ask(url: str) -> Answer:
    """Ask whether an address works, within a bounded time."""
    answers: list[Answer] = []
    thread = Thread(target=lambda: answers.append(ask_patiently(url)), daemon=True)
    thread.start()
    thread.join(SECONDS_IN_ALL)
    return answers[0] if answers else Answer(Outcome.TIMEOUT)


def ask_patiently(url: str) -> Answer:
    try:
        with open_session() as session:
            return judge(request(session, url))
    except InvalidIPAddress:
        return Answer(Outcome.PRIVATE)
    except requests.TooManyRedirects:
        return Answer(Outcome.REDIRECTS)
    except requests.Timeout:
        return Answer(Outcome.TIMEOUT)
    except requests.exceptions.SSLError:
        return Answer(Outcome.CERTIFICATE)
    except requests.ConnectionError as error:
        unknown = isinstance(error.__cause__, socket.gaierror)
        return Answer(Outcome.UNKNOWN_HOST if unknown else Outcome.NO_CONNECTION)
    except (requests.RequestException, ValueError):  # another scheme, an impossible host name
        return Answer(Outcome.INVALID)


def open_session() -> requests.Session:
    session = HTTPSession(
        Config(
            ip_filter_enable=True,
            ip_filter_allow_loopback_ips=settings.LINK_CHECK_ALLOWS_LOOPBACK,
            never_redirect=False,
            default_timeout=(SECONDS, SECONDS),
            user_agent_override=f"UniverCity link check (+{settings.WAGTAILADMIN_BASE_URL})",
        )
    )
    session.trust_env = False  # a proxy of the environment would look names up itself
    session.max_redirects = MAX_REDIRECTS
    session.hooks["response"].append(drop_body)
    return session


def drop_body(response: requests.Response, **kwargs: Any) -> None:
    """Leave the body unread: nothing is judged by it, and one without end would fill our memory.

    ``requests`` reads that of a redirect whatever it is asked for.
    """
    response.close()
    response._content = b""


def request(session: requests.Session, url: str) -> requests.Response:
    """Ask for the head only, and for the whole where that fails: some servers know no HEAD."""
    try:
        response = session.head(url, allow_redirects=True)
        if response.ok:
            return response
    except (InvalidIPAddress, requests.TooManyRedirects, requests.exceptions.SSLError):
        raise
    except (requests.ConnectionError, requests.Timeout):
        pass
    return session.get(url, allow_redirects=True)


def judge(response: requests.Response) -> Answer:
    status = response.status_code
    if status in MISSING:
        return Answer(Outcome.NOT_FOUND, status)
    if status in UNCLEAR:
        return Answer(Outcome.UNCLEAR, status)
    if status >= 500:
        return Answer(Outcome.SERVER_ERROR, status)
    if status >= 400:
        return Answer(Outcome.REFUSED, status)
    return Answer(Outcome.WORKS, status, new_address(response))


def new_address(response: requests.Response) -> str:
    """Return where the address moved for good; empty if it did not."""
    address = ""
    for hop in response.history:
        if hop.status_code not in {301, 308}:
            break
        address = urljoin(hop.url, hop.headers["location"])
    return address
