"""Previews of pages and snippets beside the form that edits them.

Other apps offer modes by the hook ``register_preview_modes``, such as an API answer or a frontend.
"""

from collections.abc import Iterable
from functools import cached_property
from typing import Any, Protocol

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import translation
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import hooks
from wagtail.admin.staticfiles import versioned_static
from wagtail.models import Locale, Page, PreviewableMixin, ReferenceIndex, Site
from wagtail.query import PageQuerySet

#: How far a page may be from the snippet that it shows: a person can stand in shared content.
STEPS = 2
#: The names of the preview modes; the first is what visitors see.
AS_VISITORS, AS_SOCIAL = "", "social"


class PreviewMode(Protocol):
    """A mode that an app offers by the hook ``register_preview_modes``."""

    name: str
    label: Any

    def serve(self, thing: Any, request: HttpRequest) -> HttpResponse:
        """Answer with the preview of an unsaved page or snippet."""


class PreviewModes:
    """Adds the modes that apps offer to the preview of a page or snippet.

    Functions of the hook ``register_preview_modes`` get the page or snippet and return a list of
    ``PreviewMode``; their order is that of the hook.
    """

    default_preview_mode = AS_VISITORS
    #: As the design knows them.
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

    @cached_property
    def offered_preview_modes(self) -> list[PreviewMode]:
        offers = hooks.get_hooks("register_preview_modes")
        return [mode for offer in offers for mode in offer(self)]

    @cached_property
    def preview_modes(self):
        offered = [(mode.name, mode.label) for mode in self.offered_preview_modes]
        return [(AS_VISITORS, _("As visitors see it")), *offered]

    def is_previewable(self):
        return True  # without asking for the modes, for each row of a list

    def serve_preview(self, request, mode_name):
        if not mode_name:
            return super().serve_preview(request, mode_name)
        for mode in self.offered_preview_modes:
            if mode.name == mode_name:
                return mode.serve(self, request)
        raise Http404  # as for a frontend that was deleted meanwhile


class SnippetPreview(PreviewModes, PreviewableMixin):
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


def pages_referring_to(snippet: Any) -> PageQuerySet:
    """Return the pages on which any version of ``snippet`` stands, in the snippet's language."""
    model = type(snippet)
    versions = model.objects.filter(translation_key=snippet.translation_key)
    keys = [str(pk) for pk in versions.values_list("pk", flat=True)]
    page_ids = set(_find_pages(model, keys, STEPS))
    return Page.objects.filter(pk__in=page_ids, locale_id=snippet.locale_id)


def _find_pages(model: type[Model], keys: list[str], steps: int) -> Iterable[str]:
    content_type = ContentType.objects.get_for_model(model)
    page_type = ContentType.objects.get_for_model(Page)
    found = ReferenceIndex.objects.filter(to_content_type=content_type, to_object_id__in=keys)
    others: dict[ContentType, list[str]] = {}
    for reference in found.select_related("base_content_type"):
        if reference.base_content_type == page_type:
            yield reference.object_id
        else:
            others.setdefault(reference.base_content_type, []).append(reference.object_id)
    for base_type, ids in others.items() if steps > 1 else ():
        base_model = base_type.model_class()
        if base_model:
            yield from _find_pages(base_model, ids, steps - 1)


# The preview of a page as social networks show it.

#: What social networks show of a title and a text before they cut it off, in characters.
LONGEST_SOCIAL_TITLE = 70
LONGEST_SOCIAL_TEXT = 200


class SocialMode:
    """Shows the card that social networks make of a page."""

    name = AS_SOCIAL
    label = _("As shared on social media")

    def serve(self, thing, request):
        return TemplateResponse(
            request, "content/previews/social.html", social_context(thing, request)
        )


def offer_social_mode(thing):
    return [SocialMode()] if isinstance(thing, Page) else []


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


def show_the_chosen_mode():
    """Keep the panel showing the mode that was chosen while another one was on its way."""
    address = versioned_static("content/js/preview-mode.js")
    return format_html('<script type="module" src="{}"></script>', address)
