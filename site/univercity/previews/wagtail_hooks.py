"""What previews in frontends add to Wagtail's admin."""

from wagtail import hooks

from univercity.previews import admin, modes

hooks.register("register_admin_viewset", admin.register_frontends)
hooks.register("register_admin_urls", admin.register_previews)
hooks.register("register_reports_menu_item", admin.register_previews_menu_item)
hooks.register("register_page_header_buttons", admin.offer_sharing)
hooks.register("register_preview_modes", modes.offer_frontends, order=30)
