"""What we add to Wagtail's admin; features with a module of their own register on import."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.utils.translation import get_language
from wagtail import hooks
from wagtail.models import DraftStateMixin
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
import univercity.schedule.hooks  # noqa: F401
import univercity.snippet_admin  # noqa: F401
from univercity.editor_link_handlers import DocumentLinkElementHandler, PageLinkElementHandler
from univercity.link_handler import PageLinkHandler
from univercity.site_settings import SiteSettings
from univercity.translation.publication import check_publishable, find_translation


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


@hooks.register("before_edit_page", order=-100)  # before wagtail-localize shows its editor
@hooks.register("before_edit_snippet", order=-100)
def refuse_to_publish_an_incomplete_translation(request, instance):
    """Say in the translation editor why a page or snippet cannot be published yet."""
    if request.method != "POST" or request.POST.get("action") != "publish":
        return None
    if not isinstance(instance, DraftStateMixin):
        return None
    translation = find_translation(instance)
    try:
        if translation:
            check_publishable(translation)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect(request.path)
    return None


class SiteSettingsViewSet(SnippetViewSet):
    model = SiteSettings
    icon = "cogs"
    add_to_settings_menu = True
    list_display = ["site", "locale", "organisation"]


register_snippet(SiteSettingsViewSet)
