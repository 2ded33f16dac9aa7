"""What is said when work is handed out, as forms give it and as tasks keep it."""

from __future__ import annotations

import datetime
import uuid
from typing import Any

from django.db import models
from django.utils.translation import pgettext_lazy


class Priority(models.TextChoices):
    NORMAL = "normal", pgettext_lazy("of a job", "Normal")
    URGENT = "urgent", pgettext_lazy("of a job", "Urgent")


Place = tuple[uuid.UUID, int]  #: translation key and target locale

#: Fields of a job by name, only those that are to be set.
Wishes = dict[str, Any]


def as_json(wishes: Wishes) -> dict[str, Any]:
    """Return wishes as tasks keep them: ``assignee`` by its id, ``due`` as in ISO 8601."""
    stored = dict(wishes)
    if stored.get("assignee"):
        stored["assignee"] = stored["assignee"].pk
    if stored.get("due"):
        stored["due"] = stored["due"].isoformat()
    return stored


def from_json(stored: dict[str, Any]) -> Wishes:
    """Return what ``as_json`` made, with the id of the account as ``assignee_id``."""
    wishes = dict(stored)
    if "assignee" in wishes:
        wishes["assignee_id"] = wishes.pop("assignee")
    if wishes.get("due"):
        wishes["due"] = datetime.date.fromisoformat(wishes["due"])
    return wishes
