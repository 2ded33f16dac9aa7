"""What the section adds to Wagtail's admin, and to the pages of partners."""

from wagtail import hooks
from wagtail.snippets.models import register_snippet

from calendar_pages import listing, quick_change, serializers, viewsets

hooks.register("register_admin_viewset", viewsets.page_viewsets)
register_snippet(viewsets.CalendarViewSetGroup)

hooks.register("register_admin_urls", quick_change.url_patterns)
hooks.register("register_page_header_buttons", quick_change.offer_quick_change)
hooks.register("register_page_listing_more_buttons", quick_change.offer_quick_change_in_lists)
hooks.register("register_log_actions", quick_change.register_quick_change_action)

hooks.register("register_partner_api_fields", serializers.partner_api_fields)
hooks.register("register_lists_on_partner_page", listing.lists_of_partner)
