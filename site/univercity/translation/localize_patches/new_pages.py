"""Refuse new pages in another language than the source, in Wagtail's actions.

Its views and its API share these actions, which have neither a hook nor a signal before they write.
Tests: ``test_page_in_english_alone_is_refused`` and ``tests/translation/test_source_language.py``.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from wagtail.actions.copy_page import CopyPageAction
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.actions.create_page import CreatePageAction

from univercity.translation.source_language import check_alias, check_copy, check_new


def connect() -> None:
    """Have Wagtail refuse them; call once."""
    rules: list[tuple[Any, Callable[[Any], None]]] = [
        (CreatePageAction, check_new),
        (CopyPageAction, check_copy),
        (CreatePageAliasAction, check_alias),
    ]
    for action, rule in rules:
        action.check = with_rule(action.check, rule)


def with_rule(check: Callable[..., None], rule: Callable[[Any], None]) -> Callable[..., None]:
    """Return the check of an action with a rule behind it."""

    @wraps(check)
    def check_rule_too(self: Any, skip_permission_checks: bool = False) -> None:
        check(self, skip_permission_checks=skip_permission_checks)
        rule(self)

    return check_rule_too
