"""Declare what an answer depends on, and until when it holds."""

import datetime
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from wagtail.models import Page

from univercity.publishing.changes.keys import SITE, in_language, keys_of_page, translation_key_of

#: Changes with every change of content: for whatever may show anything.
ANY_CONTENT = "content"


class Dependencies:
    """Surrogate keys of one answer, and until when it holds if nothing changes."""

    def __init__(self) -> None:
        self.keys: set[str] = set()
        self.pages: list[Page] = []
        self.tells_translation = False
        self.expires_at: datetime.datetime | None = None
        self.is_private = False

    @property
    def are_declared(self) -> bool:
        return bool(self.keys or self.pages)

    def all_keys(self) -> set[str]:
        """Return every key; takes a query for each page that was not read for the answer."""
        of_pages: set[str] = set().union(*map(keys_of_page, self.pages))
        if self.tells_translation:
            translated = filter(is_translated, of_pages)
            of_pages = of_pages.union(map(translation_key_of, translated))
        return self.keys | of_pages


def is_translated(key: str) -> bool:
    return key.startswith(("page-", "snippet-"))


def dependencies_of(request: Any) -> Dependencies:
    """Return what was declared so far; ``request`` may be that of Django REST framework."""
    request = getattr(request, "_request", request)
    if not hasattr(request, "answer_dependencies"):
        request.answer_dependencies = Dependencies()
    return request.answer_dependencies


def depends_on(request: HttpRequest, *keys: str) -> None:
    """Declare that the answer to ``request`` changes with these surrogate keys.

    Declare what may appear, too: a list depends on the key of the list, because that of an item
    which is not there yet is unknown.
    """
    dependencies_of(request).keys.update(keys)


def depends_on_page(request: HttpRequest, page: Page, *, tells_translation: bool = False) -> None:
    """Declare that the answer shows ``page``, of its specific class, and all that belongs to it.

    With ``tells_translation`` it also says how far the translation is and who made it.
    """
    dependencies = dependencies_of(request)
    dependencies.pages.append(page)
    dependencies.tells_translation |= tells_translation


def depends_on_lists(request: HttpRequest, *keys: str, language: str | None = None) -> None:
    """Declare that the answer shows the lists with these keys, in one language or in all."""
    named = (in_language(key, language) for key in keys) if language else keys
    depends_on(request, SITE, *named)


def holds_until(request: HttpRequest, moment: datetime.datetime) -> None:
    """Declare that the answer changes by itself at ``moment`` (aware); the earliest one counts."""
    dependencies = dependencies_of(request)
    known = dependencies.expires_at
    dependencies.expires_at = moment if known is None else min(known, moment)


def keep_private(request: HttpRequest) -> None:
    """Declare that the answer is for this client alone: drafts, previews, what a token opens."""
    dependencies_of(request).is_private = True


def declare_page(page: Page, request: HttpRequest, *serve_arguments: Any) -> None:
    """Declare what the HTML of ``page`` depends on, before Wagtail serves it."""
    depends_on_page(request, page)


def change_by_clock(declared: datetime.datetime | None) -> float:
    """Return the UTC timestamp until which an answer holds, given what it declared itself."""
    midnight = next_midnight()
    return (midnight if declared is None else min(midnight, declared)).timestamp()


def next_midnight() -> datetime.datetime:
    """Return when the next day begins here: what is past and what is to come changes then."""
    tomorrow = timezone.localdate() + datetime.timedelta(days=1)
    return timezone.make_aware(datetime.datetime.combine(tomorrow, datetime.time.min))
