"""Forgetting previews that are over."""

import datetime
from typing import Any

from univercity.previews.models import PreviewToken
from univercity.publishing.signals import tick


def purge_expired(now: datetime.datetime, **kwargs: Any) -> None:
    """Delete the tokens, and with them the unsaved texts, that have long been of no use."""
    PreviewToken.objects.expired(now).delete()


def connect() -> None:
    """Connect the receiver; call once all apps are loaded."""
    tick.connect(purge_expired)
