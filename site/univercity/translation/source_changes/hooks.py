"""What the editor offers and the history tells of changes in the source language."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.action_menu import ActionMenuItem
from wagtail.log_actions import LogFormatter
from wagtail_localize.models import Translation

from univercity.translation.source_changes.versions import FACTS_CARRIED


class PublishMinorEdit(ActionMenuItem):
    """Publishes a source page so that its translations stay current."""

    name = "publish-minor-edit"
    label = _("Publish as minor edit")
    icon_name = "edit"
    template_name = "translation/publish_minor_edit.html"

    def is_shown(self, context: dict[str, Any]) -> bool:
        page = context.get("page")
        if context["view"] != "edit" or not page or not page.live or context["locked_for_user"]:
            return False
        if page.locale.language_code != settings.LANGUAGE_CODE:
            return False
        if not context["user_page_permissions_tester"].can_publish():
            return False
        translations = Translation.objects.filter(source__object_id=page.translation_key)
        return bool(translations.filter(enabled=True).exists())


@hooks.register("register_page_action_menu_item")
def offer_minor_edit() -> ActionMenuItem:
    return PublishMinorEdit(order=75)


@hooks.register("register_log_actions")
def register_carried_facts(actions: Any) -> None:
    @actions.register_action(FACTS_CARRIED)
    class CarriedFormatter(LogFormatter):
        label = _("Take facts over from the source")

        def format_message(self, log_entry: Any) -> str:
            text = _("Taken over from the source: %(fields)s")
            return str(text) % {"fields": ", ".join(log_entry.data["fields"])}
