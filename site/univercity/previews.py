"""Previews of pages and snippets beside the form that edits them."""

from functools import cached_property
from importlib import import_module

from django.template.response import TemplateResponse
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.models import Locale, PreviewableMixin, Site

from univercity.frontend_preview.modes import frontend_modes, is_frontend_mode, serve_in_frontend
from univercity.frontend_preview.placing import pages_referring_to

#: The names of the preview modes; the first is what visitors see.
AS_VISITORS, AS_API, AS_SOCIAL = "", "api", "social"

#: What social networks show of a title and a text before they cut it off, in characters.
LONGEST_SOCIAL_TITLE = 70
LONGEST_SOCIAL_TEXT = 200


class PreviewSizes:
    """Phone, tablet and desktop, as the design knows them."""

    preview_sizes = [
        {
            "name": "phone",
            "icon": "mobile-alt",
            "device_width": 375,
            "label": pgettext_lazy("width of the preview", "Phone"),
        },
        {
            "name": "tablet",
            "icon": "tablet-alt",
            "device_width": 768,
            "label": pgettext_lazy("width of the preview", "Tablet"),
        },
        {
            "name": "desktop",
            "icon": "desktop",
            "device_width": 1280,
            "label": pgettext_lazy("width of the preview", "Desktop"),
        },
    ]


class FrontendPreviews(PreviewSizes):
    """Adds the frontends of the site to the preview modes of a page or snippet."""

    own_preview_modes = [(AS_VISITORS, _("As visitors see it"))]
    default_preview_mode = AS_VISITORS

    @cached_property
    def preview_modes(self):
        return [*self.own_preview_modes, *frontend_modes(self)]

    def is_previewable(self):
        return True  # without asking for the frontends, for each row of a list

    def serve_preview(self, request, mode_name):
        if is_frontend_mode(mode_name):
            return serve_in_frontend(self, request, mode_name)
        return super().serve_preview(request, mode_name)


class PagePreviews(FrontendPreviews):
    """Shows an unsaved page as visitors, as frontends and as social networks get it."""

    own_preview_modes = [
        (AS_VISITORS, _("As visitors see it")),
        (AS_API, _("As API answer")),
        (AS_SOCIAL, _("As shared on social media")),
    ]

    def get_preview_template(self, request, mode_name):
        templates = {AS_API: "previews/api.html", AS_SOCIAL: "previews/social.html"}
        return templates.get(mode_name) or super().get_preview_template(request, mode_name)

    def get_preview_context(self, request, mode_name):
        contexts = {AS_API: api_context, AS_SOCIAL: social_context}
        if mode_name in contexts:
            return contexts[mode_name](self, request)
        return super().get_preview_context(request, mode_name)


def api_context(page, request):
    """Return what API v3 answers for ``page``."""
    # Building the schemas of the API needs all models, so its module waits until they are loaded.
    answers = import_module("univercity.api.answers")
    return {"page": page, "answer": answers.page_answer(page, request)}


def social_context(page, request):
    """Return the card that social networks make of ``page``, and what an editor should mend."""
    card = {
        "title": page.seo_title or page.title,
        "text": page.search_description or page.teaser,
        "image": page.teaser_image,
        "alt": page.teaser_image_alt,
        "domain": get_domain(page, request),
    }
    return {"page": page, "card": card, "hints": list(social_hints(card))}


def get_domain(page, request):
    site = page.get_site() or Site.find_for_request(request)
    return site.hostname if site else request.get_host()


def social_hints(card):
    """Yield what is missing or too long on the card, as sentences."""
    if len(card["title"]) > LONGEST_SOCIAL_TITLE:
        message = _("The title has %(length)d characters; networks cut it after about %(limit)d.")
        yield message % {"length": len(card["title"]), "limit": LONGEST_SOCIAL_TITLE}
    if not card["text"]:
        yield _("There is no text. Write a teaser of one or two sentences.")
    elif len(card["text"]) > LONGEST_SOCIAL_TEXT:
        message = _("The text has %(length)d characters; networks cut it after about %(limit)d.")
        yield message % {"length": len(card["text"]), "limit": LONGEST_SOCIAL_TEXT}
    if not card["image"]:
        yield _("There is no image. Choose a teaser image, best at 1200 × 630 pixels or more.")
    elif not card["alt"]:
        yield _("The image has no alt text. Say in a few words what it shows.")


class SnippetPreview(FrontendPreviews, PreviewableMixin):
    """Shows an unsaved snippet in the design of the site, in the snippet's own language.

    Inheriting models name the template in ``preview_template``.
    """

    preview_template: str

    def pages_showing_it(self):
        """Return the pages in the snippet's language on which a frontend can show it."""
        return pages_referring_to(self)

    def get_preview_template(self, request, mode_name):
        return self.preview_template

    def serve_preview(self, request, mode_name):
        locale = self.locale if self.locale_id else Locale.get_active()  # a new one has none yet
        with translation.override(locale.language_code):
            response = super().serve_preview(request, mode_name)
            return response.render() if isinstance(response, TemplateResponse) else response
