"""What the admin adds for publishing a translation that is not finished."""

from __future__ import annotations

from typing import Any

from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogFormatter

from univercity.translation.publishing_incomplete import (
    PUBLISHED_INCOMPLETE,
    PublishIncompleteView,
)


@hooks.register("register_admin_urls")
def register_publishing_incomplete() -> list[URLPattern]:
    view = PublishIncompleteView.as_view()
    address = "translation/<int:translation_id>/publish-incomplete/"
    return [path(address, view, name="univercity_publish_incomplete")]


@hooks.register("register_log_actions")
def register_publishing_action(actions: Any) -> None:
    @actions.register_action(PUBLISHED_INCOMPLETE)
    class PublishedIncompleteFormatter(LogFormatter):
        label = _("Publish incomplete translation")
        message = _("Incomplete translation published")

        def format_comment(self, log_entry: Any) -> str:
            return str(log_entry.data["reason"])
