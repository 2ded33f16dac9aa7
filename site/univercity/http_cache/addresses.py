"""Which requests are public, and under which key of the store their answers lie."""

import hashlib
import re
from urllib.parse import parse_qsl

from django.conf import settings
from django.http import HttpRequest

from univercity.content.request_language import API_PREFIX

#: Query parameters that HTML pages read; all others change nothing there.
PAGE_PARAMETERS = frozenset({"page"})
LONGEST_QUERY = 500
#: Another spelling of an address that exists (/pages/007/), of which there are any number.
LEADING_ZERO = re.compile(r"/0\d")
#: With one of these somebody identifies themselves, as with the cookie of a session.
IDENTIFYING_HEADERS = ("Authorization", "X-Preview-Token")
IDENTIFYING = {f"HTTP_{name.upper().replace('-', '_')}" for name in IDENTIFYING_HEADERS}
OWN_RULES = ("/admin/", "/documents/")


def has_own_rules(request: HttpRequest) -> bool:
    """Whether the address is none of ours: admin and files say themselves how to be cached."""
    return request.path.startswith((*OWN_RULES, settings.STATIC_URL, settings.MEDIA_URL))


def is_public(request: HttpRequest) -> bool:
    """Whether the answer is the same for everybody: nobody has identified themselves."""
    return (
        request.method in ("GET", "HEAD")
        and IDENTIFYING.isdisjoint(request.META)
        and settings.SESSION_COOKIE_NAME not in request.COOKIES
    )


class Address:
    """Where an answer is found: scheme, host, path and the parameters that count, in one order.

    Raises ``DisallowedHost`` for a host that the site does not answer to.
    """

    def __init__(self, request: HttpRequest):
        text = request.META.get("QUERY_STRING", "")
        parameters = parse_qsl(text, keep_blank_values=True) if text else []
        is_api = request.path.startswith(API_PREFIX)
        counting = [item for item in parameters if is_api or item[0] in PAGE_PARAMETERS]
        counting.sort(key=lambda item: item[0])  # stable: the order of repeated names may count
        self.has_query = bool(counting)
        whole = f"{request.scheme}://{request.get_host()}{request.path}?{counting}"
        self.key = hashlib.blake2b(whole.encode(), digest_size=20).hexdigest()
        #: An answer to a request with other parameters might repeat them to everybody.
        self.may_store = (
            len(counting) == len(parameters)
            and len(text) <= LONGEST_QUERY
            and not LEADING_ZERO.search(request.path)
        )
