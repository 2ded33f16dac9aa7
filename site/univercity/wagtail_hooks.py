"""What we add to Wagtail's admin."""

from django.shortcuts import redirect
from django.utils.translation import get_language
from wagtail import hooks
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from univercity.link_handler import PageLinkHandler
from univercity.site_settings import SiteSettings


@hooks.register("register_rich_text_features", order=1)  # after Wagtail's own handler
def register_page_links(features):
    features.register_link_type(PageLinkHandler)


@hooks.register("before_serve_page")
def redirect_to_the_language_of_the_page(page, request, serve_args, serve_kwargs):
    """Keep German text from being served under /en/.

    As long as a site has no public home page in a language, Wagtail serves the one in the source
    language, with everything below it, under the address of that language.
    """
    if page.locale.language_code != get_language():
        return redirect(page.get_url(request))


class SiteSettingsViewSet(SnippetViewSet):
    model = SiteSettings
    icon = "cogs"
    add_to_settings_menu = True
    list_display = ["site", "organisation"]


register_snippet(SiteSettingsViewSet)
