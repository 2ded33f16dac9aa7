"""Making a token for what an editor looks at."""

import hashlib
import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.contrib.contenttypes.models import ContentType
from django.core.serializers.json import DjangoJSONEncoder
from django.urls import reverse
from modelcluster.models import get_serializable_data_for_fields
from wagtail.models import Page

from univercity.frontend_preview.models import Frontend, PreviewToken
from univercity.frontend_preview.placing import page_showing


class NowhereShown(Exception):
    """No page shows the snippet in its language."""


@dataclass(frozen=True)
class Issued:
    """A token, and where to open it."""

    row: PreviewToken
    text: str
    page: Page

    @property
    def address(self) -> str:
        """The address in the frontend, or that of our own HTML, relative to the site."""
        if self.row.frontend is None:
            return f"{reverse('univercity_preview')}?token={self.text}"
        path = urlsplit(self.page.full_url or "/").path
        return self.row.frontend.address_for(self.text, path, self.page.locale.language_code)


def issue(user: Any, thing: Any, frontend: Frontend | None, *, follows_form: bool) -> Issued:
    """Return the token for ``thing``, a page or snippet as it stands in memory.

    There is one for each account, thing and frontend, whose state is replaced where it follows a
    form; else one for each state. Raises ``NowhereShown`` for a snippet that no page shows.
    """
    page = thing if isinstance(thing, Page) else page_showing(thing, user)
    if page is None:
        raise NowhereShown
    state = state_of(thing)
    place = {"page": page} if page.pk else {"page": None, "parent": page.get_parent()}
    where = thing.pk or (f"below {page.get_parent().pk}" if thing is page else "new")
    kind = "form" if follows_form else fingerprint(state)
    row, text = PreviewToken.objects.issue(
        user,
        f"{frontend.pk if frontend else 0} {thing._meta.label_lower} {where} {kind}",
        frontend=frontend,
        subject_type=ContentType.objects.get_for_model(thing),
        subject_id=None if thing is page else thing.pk,
        title=str(thing)[:255],
        state=state,
        **place,
    )
    return Issued(row, text, page)


def state_of(thing: Any) -> dict[str, Any]:
    """Return the fields of ``thing``, as a revision keeps them."""
    if hasattr(thing, "serializable_data"):
        return dict(thing.serializable_data())
    return dict(get_serializable_data_for_fields(thing))


def fingerprint(state: dict[str, Any]) -> str:
    text = json.dumps(state, cls=DjangoJSONEncoder, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()
