"""Puts the bulk actions into the admin."""

from __future__ import annotations

from typing import Any

from django.urls import path
from wagtail import hooks

from univercity.translation.batches.actions import ACTIONS
from univercity.translation.batches.views import PROGRESS, ActionView, ProgressView


@hooks.register("register_admin_urls")
def register_actions() -> list[Any]:
    return [
        *(
            path(
                f"translation-work/{action.name}/",
                ActionView.as_view(action=action),
                name=f"univercity_translations_{action.name}",
            )
            for action in ACTIONS
        ),
        path("translation-work/<int:batch_id>/", ProgressView.as_view(), name=PROGRESS),
    ]
