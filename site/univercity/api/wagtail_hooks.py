"""What the API adds to Wagtail's admin."""

from wagtail import hooks

from univercity.api import page_detail
from univercity.api.access import admin as access

hooks.register("register_log_actions", access.register_token_actions)
hooks.register("register_preview_modes", page_detail.offer_api_mode, order=10)
