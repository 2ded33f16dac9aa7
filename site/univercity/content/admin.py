"""What this app adds to Wagtail's admin: its style sheet, and the settings of the site."""

from django.utils.html import format_html
from wagtail.admin.staticfiles import versioned_static
from wagtail.snippets.views.snippets import SnippetViewSet

from univercity.content.site_settings import SiteSettings


def widen_the_admin() -> str:
    address = versioned_static("content/css/admin.css")
    return format_html('<link rel="stylesheet" href="{}">', address)


class SiteSettingsViewSet(SnippetViewSet):
    model = SiteSettings
    icon = "cogs"
    add_to_settings_menu = True
    list_display = ["site", "locale", "organisation"]
