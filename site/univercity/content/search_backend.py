"""Wagtail's full-text search, which fails where a search holds no word or a quotation mark.

modelsearch makes no query of no word, and SQLite ends a word at a quotation mark inside it.
"""

from typing import Any

from wagtail.search.backends import database


def searchable(text: str) -> str:
    """Return ``text`` as the search can take it; empty where it holds neither letter nor digit."""
    text = text.replace('"', " ")
    return text if any(character.isalnum() for character in text) else ""


class OfWords:
    """Makes a search backend look for words only."""

    def _search(self, query_compiler_class: Any, query: Any, *args: Any, **kwargs: Any) -> Any:
        if isinstance(query, str):
            query = searchable(query)
        return super()._search(query_compiler_class, query, *args, **kwargs)  # type: ignore[misc]


def SearchBackend(params: dict[str, Any]) -> Any:  # noqa: N802 - the name that Wagtail asks for
    """Return the backend of the database in use."""
    of_database = type(database.SearchBackend(params))
    return type("SearchBackend", (OfWords, of_database), {})(params)
