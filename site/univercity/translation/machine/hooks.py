"""What histories tell of pre-translations."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogFormatter

from univercity.translation.machine.result import Result
from univercity.translation.machine.tasks import PRETRANSLATED


@hooks.register("register_log_actions")
def register_pretranslation(actions: Any) -> None:
    @actions.register_action(PRETRANSLATED)
    class PretranslationFormatter(LogFormatter):
        label = _("Pre-translate")

        def format_message(self, log_entry: Any) -> str:
            return Result(**log_entry.data).message
