"""What the admin knows of tokens beyond Wagtail: their scope, rotation and history."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import ModelLogEntry
from wagtail.users.views import api_tokens

from univercity.api.access.forms import LIMITED
from univercity.api.access.views import ROTATED, TokenViewSet

# wagtail.users has a setting for its other view sets, but none for this one.
api_tokens.APITokenViewSet = TokenViewSet


@hooks.register("register_log_actions")
def register_token_actions(actions: LogActionRegistry) -> None:
    @actions.register_action(LIMITED)
    class ScopeFormatter(LogFormatter):
        label = _("Set the scope of an API token")

        def format_message(self, log_entry: ModelLogEntry) -> str:
            scope = log_entry.data["scope"]
            given = ", ".join(f"{name}: {value}" for name, value in scope.items() if value)
            return str(_("Scope of the API token set (%(scope)s)")) % {"scope": given}

    @actions.register_action(ROTATED)
    class RotationFormatter(LogFormatter):
        label = _("Rotate an API token")

        def format_message(self, log_entry: ModelLogEntry) -> str:
            text = _("Token rotated; this one is valid until %(until)s")
            return str(text) % {"until": log_entry.data["until"]}
