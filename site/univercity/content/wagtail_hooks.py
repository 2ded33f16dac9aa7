"""What this app adds to Wagtail's admin, its editor of rich text, and the serving of pages."""

from wagtail import hooks
from wagtail.snippets.models import register_snippet

from univercity.content import admin, previews, request_language
from univercity.content.links import features

register_snippet(admin.SiteSettingsViewSet)

hooks.register("insert_global_admin_css", admin.widen_the_admin)
hooks.register("insert_editor_js", previews.show_the_chosen_mode)
hooks.register("register_preview_modes", previews.offer_social_mode, order=20)

# After Wagtail's own handlers.
hooks.register("register_rich_text_features", features.register_page_links, order=1)
hooks.register("register_rich_text_features", features.read_links_of_the_editor_together, order=1)
hooks.register("register_rich_text_features", features.register_passages)

hooks.register("before_serve_page", request_language.redirect_to_the_language_of_the_page)
