"""What we add to Wagtail's admin; features with a module of their own register on import."""

from django.shortcuts import redirect
from django.utils.html import format_html
from django.utils.translation import get_language
from wagtail import hooks
from wagtail.admin.staticfiles import versioned_static
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

import univercity.answer_cache.hooks  # noqa: F401

# Each of these registers its own hooks.
import univercity.api.access.hooks  # noqa: F401
import univercity.changes.hooks  # noqa: F401
import univercity.content_checks.hooks  # noqa: F401
import univercity.dashboard.hooks  # noqa: F401
import univercity.explorer.hooks  # noqa: F401
import univercity.frontend_preview.hooks  # noqa: F401
import univercity.handbook.hooks  # noqa: F401
import univercity.link_check.hooks  # noqa: F401
import univercity.page_address.hooks  # noqa: F401
import univercity.page_templates.hooks  # noqa: F401
import univercity.passages  # noqa: F401
import univercity.schedule.hooks  # noqa: F401
import univercity.snippet_admin  # noqa: F401
import univercity.translation.batches.hooks  # noqa: F401
import univercity.translation.consequences.hooks  # noqa: F401
import univercity.translation.editor.hooks  # noqa: F401
import univercity.translation.exchange.hooks  # noqa: F401
import univercity.translation.exemptions.hooks  # noqa: F401
import univercity.translation.glossary.admin  # noqa: F401
import univercity.translation.guards.hooks  # noqa: F401
import univercity.translation.jobs.hooks  # noqa: F401
import univercity.translation.machine.hooks  # noqa: F401
import univercity.translation.memory.hooks  # noqa: F401
import univercity.translation.notifications.hooks  # noqa: F401
import univercity.translation.overview.hooks  # noqa: F401
import univercity.translation.publication_hooks  # noqa: F401
import univercity.translation.source_changes.hooks  # noqa: F401
from univercity.editor_link_handlers import DocumentLinkElementHandler, PageLinkElementHandler
from univercity.link_handler import PageLinkHandler
from univercity.site_settings import SiteSettings


@hooks.register("insert_global_admin_css")
def widen_the_admin():
    address = versioned_static("univercity/css/admin.css")
    return format_html('<link rel="stylesheet" href="{}">', address)


@hooks.register("insert_editor_js")
def show_the_chosen_preview_mode():
    address = versioned_static("univercity/js/preview-mode.js")
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
