"""What we add to Wagtail's admin."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import get_language
from wagtail import hooks
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from univercity.link_handler import PageLinkHandler
from univercity.site_settings import SiteSettings
from univercity.translation.publication import check_publishable, find_translation


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


@hooks.register("before_edit_page", order=-100)  # before wagtail-localize shows its editor
def refuse_to_publish_an_incomplete_translation(request, page):
    """Say in the translation editor why a page cannot be published yet."""
    if request.method != "POST" or request.POST.get("action") != "publish":
        return None
    translation = find_translation(page)
    try:
        if translation:
            check_publishable(translation)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    return None


class SiteSettingsViewSet(SnippetViewSet):
    model = SiteSettings
    icon = "cogs"
    add_to_settings_menu = True
    list_display = ["site", "organisation"]


register_snippet(SiteSettingsViewSet)
