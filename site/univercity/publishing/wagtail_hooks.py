"""What publishing adds to Wagtail's admin."""

from wagtail import hooks

from univercity.publishing import change_address, clock, planned_publications
from univercity.publishing.webhooks import admin as webhooks

hooks.register("construct_homepage_panels", clock.add_schedule_panel)
hooks.register("register_log_actions", planned_publications.register_refusal)

hooks.register("register_admin_urls", change_address.register_address_view)
hooks.register("register_permissions", change_address.register_change_slug)
hooks.register("register_log_actions", change_address.register_change_of_address)

hooks.register("register_admin_viewset", webhooks.register_webhooks)
hooks.register("register_admin_urls", webhooks.register_webhook_views)
hooks.register("register_reports_menu_item", webhooks.register_deliveries_menu_item)
hooks.register("register_permissions", webhooks.register_send_again)
