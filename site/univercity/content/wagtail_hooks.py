"""What this app adds to Wagtail's admin and to its editor of rich text."""

from django.shortcuts import redirect
from django.utils.html import format_html
from django.utils.translation import get_language
from wagtail import hooks
from wagtail.admin.staticfiles import versioned_static
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from univercity.content import previews
from univercity.content.links import passages
from univercity.content.links.handlers import (
    DocumentLinkElementHandler,
    PageLinkElementHandler,
    PageLinkHandler,
)
from univercity.content.site_settings import SiteSettings


@hooks.register("insert_global_admin_css")
def widen_the_admin():
    address = versioned_static("content/css/admin.css")
    return format_html('<link rel="stylesheet" href="{}">', address)


@hooks.register("insert_editor_js")
def show_the_chosen_preview_mode():
    address = versioned_static("content/js/preview-mode.js")
    return format_html('<script type="module" src="{}"></script>', address)


@hooks.register("register_rich_text_features", order=1)  # after Wagtail's own handler
def register_page_links(features):
    features.register_link_type(PageLinkHandler)


@hooks.register("register_rich_text_features", order=1)  # after Wagtail's own handlers
def read_links_of_the_editor_together(features):
    rules = features.converter_rules_by_converter["contentstate"]
    for feature, selector, handler in (
        ("link", 'a[linktype="page"]', PageLinkElementHandler("LINK")),
        ("document-link", 'a[linktype="document"]', DocumentLinkElementHandler("DOCUMENT")),
    ):
        rules[feature]["from_database_format"][selector] = handler


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
    list_display = ["site", "locale", "organisation"]


register_snippet(SiteSettingsViewSet)

hooks.register("register_rich_text_features", passages.register_passages)
hooks.register("register_preview_modes", previews.offer_social_mode, order=20)
