"""What we add to Wagtail's admin."""

from wagtail import hooks
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from univercity.link_handler import PageLinkHandler
from univercity.site_settings import SiteSettings


@hooks.register("register_rich_text_features", order=1)  # after Wagtail's own handler
def register_page_links(features):
    features.register_link_type(PageLinkHandler)


class SiteSettingsViewSet(SnippetViewSet):
    model = SiteSettings
    icon = "cogs"
    add_to_settings_menu = True
    list_display = ["site", "organisation"]


register_snippet(SiteSettingsViewSet)
