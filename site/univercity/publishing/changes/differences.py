"""What became of the things that a transaction touched, compared with what they were before."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from django.apps import apps
from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Model
from wagtail.models import Page

from univercity.content.pages.navigation import HOME_DEPTH
from univercity.publishing.changes.public_pages import PublicPages
from univercity.publishing.changes.states import (
    PageState,
    ThingState,
    facts,
    read_pages,
    read_thing,
)
from univercity.publishing.changes.versions import TRANSLATION
from univercity.publishing.models import Change, PendingChange


@dataclass
class PageChange:
    """A page whose public face is another one than before."""

    pk: int
    before: PageState | None
    after: PageState | None

    @property
    def state(self) -> PageState:
        """The page as it is, or as it was last."""
        state = self.after or self.before
        assert state  # noqa: S101 - what never existed changed nothing
        return state

    @property
    def urls(self) -> tuple[str | None, str | None]:
        """The public address before and after."""
        return (self.before and self.before.url, self.after and self.after.url)

    @property
    def is_public(self) -> bool:
        """Whether visitors see another page than before."""
        return any(self.urls) and self.content_changed

    @property
    def is_home(self) -> bool:
        return len(self.state.path) == HOME_DEPTH * Page.steplen

    @property
    def url_changed(self) -> bool:
        before, after = self.urls
        return before != after

    @property
    def tree_changed(self) -> bool:
        """Whether the page appeared, vanished or stands elsewhere in the tree, public or not."""
        before, after = (state and state.url_path for state in (self.before, self.after))
        return before != after

    @property
    def order_changed(self) -> bool:
        """Whether the page moved in the tree, perhaps only among its siblings."""
        return bool(self.before and self.after and self.before.path != self.after.path)

    @property
    def place_changed(self) -> bool:
        """Whether links, menus and breadcrumbs show something else: address or title."""
        titles = {state.title for state in (self.before, self.after) if state}
        return self.url_changed or len(titles) > 1

    @property
    def facts_changed(self) -> bool:
        """Whether lists show something else: address, title or any content but long texts."""
        if self.place_changed:
            return True
        before, after = self._data
        model = apps.get_model(self.state.type)
        return before is not None and facts(model, before) != facts(model, after or {})

    @property
    def content_changed(self) -> bool:
        """Whether the page was published anew, or holds something else."""
        if self.before is None or self.after is None or self.place_changed:
            return True
        before, after = self._data
        return self.before.published_at != self.after.published_at or before != after

    @property
    def _data(self) -> tuple[dict[str, Any] | None, dict[str, Any] | None]:
        """The content before and after; ``None`` twice where only the address counts."""
        if not self.before or not self.after or self.before.data is None:
            return None, None
        return self.before.data, self.after.data

    def kinds(self) -> list[tuple[str, str]]:
        """Return kind and address of what happened, an address that is free now first."""
        before, after = self.urls
        if before == after:
            return [(Change.Kind.CHANGED, after)] if after else []
        gone = Change.Kind.UNPUBLISHED if self.after else Change.Kind.DELETED
        happened: list[tuple[str, str]] = [(gone, before)] if before else []
        return [*happened, (Change.Kind.PUBLISHED, after)] if after else happened


@dataclass
class ThingChange:
    """An image, a document, a snippet or the like that visitors see differently than before."""

    model: type[Model]
    pk: str
    before: ThingState | None
    after: ThingState | None

    @property
    def state(self) -> ThingState:
        """The object as it is, or as it was last."""
        state = self.after or self.before
        assert state  # noqa: S101 - what never existed changed nothing
        return state

    @property
    def is_public(self) -> bool:
        """Whether visitors saw it before or see it now."""
        return any(state.public for state in (self.before, self.after) if state)

    @property
    def changed(self) -> bool:
        if not self.before or not self.after:
            return True
        return visible(self.before) != visible(self.after)


def visible(state: ThingState) -> tuple[Any, ...]:
    return (state.public, state.published_at, state.data)


def touched_pages(pending: Iterable[PendingChange], public: PublicPages) -> list[PageChange]:
    """Return the pages among what was touched, as they were before and as they are."""
    rows = {int(row.object_id): row for row in pending if row.model == Page._meta.label}
    whole = [pk for pk, row in rows.items() if row.before is None or row.before["data"] is not None]
    after = read_pages(rows.keys() - set(whole), public=public)
    after |= read_pages(whole, with_data=True, public=public)
    changes = [
        PageChange(pk, PageState(**row.before) if row.before else None, as_stored(after.get(pk)))
        for pk, row in rows.items()
    ]
    return [change for change in changes if change.before or change.after]


def changed_things(pending: Iterable[PendingChange]) -> list[ThingChange]:
    """Return the other objects among what was touched that are different in public."""
    changes = []
    for row in pending:
        if row.model not in (Page._meta.label, TRANSLATION):
            model = apps.get_model(row.model)
            before = ThingState(**row.before) if row.before else None
            after = as_stored(read_thing(model, row.object_id))
            if before or after:
                change = ThingChange(model, row.object_id, before, after)
                if change.is_public and change.changed:
                    changes.append(change)
    return changes


def as_stored(state: Any) -> Any:
    """Return a state as it comes back from the database, where dates are text."""
    return state and type(state)(**json.loads(json.dumps(asdict(state), cls=DjangoJSONEncoder)))
