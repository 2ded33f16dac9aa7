"""What translation adds to Wagtail's admin."""

from wagtail import hooks

from univercity.translation import permissions
from univercity.translation.source_changes import minor_edits, versions

hooks.register("register_page_action_menu_item", minor_edits.offer_minor_edit)
hooks.register("register_log_actions", versions.register_carried_facts)
hooks.register("register_permissions", permissions.own_permissions)
