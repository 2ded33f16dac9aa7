"""Blocks of the group "Actions", and the one link that all blocks use."""

from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from univercity.api.shapes import page_link_shape
from univercity.blocks.choosers import PageChooserBlock
from univercity.links import localized

GROUP = _("Actions")


class LinkValue(blocks.StructValue):
    @property
    def page(self):
        """The page to link to in the active language, or ``None``."""
        return self["page"] and localized(self["page"])

    @property
    def href(self):
        """Where the link leads; empty where its page is no longer public."""
        return self.page.url if self.page else self["url"]

    @property
    def text(self):
        return self["label"] or (self.page.title if self.page else self["url"])

    @property
    def hreflang(self):
        """Language of the target where it is not the reader's, else empty."""
        language = self.page.locale.language_code if self.page else ""
        return "" if language == get_language() else language


class LinkBlock(blocks.StructBlock):
    """A link to a page of this site, in the reader's language, or to another site."""

    label = blocks.CharBlock(
        label=_("Link text"),
        required=False,
        max_length=80,
        help_text=_(
            "Tells where the link leads; empty: the page's title. For example: Zum Leitbild"
        ),
    )
    page = PageChooserBlock(
        label=_("Page"),
        required=False,
        help_text=_("Leads to a page of this site, for example: Leitbild"),
    )
    url = blocks.URLBlock(
        label=_("Other address"),
        required=False,
        help_text=_("Or leads to another site, for example: https://www.bochum.de"),
    )

    class Meta:
        icon = "link"
        label = _("Link")
        label_format = "{label}"
        group = GROUP
        description = _("A link to a page or another site")
        template = "blocks/link.html"
        value_class = LinkValue
        preview_value = {"label": "Stadt Bochum", "page": None, "url": "https://www.bochum.de"}

    def clean(self, value):
        cleaned = super().clean(value)
        if not self.is_deferred_validation and bool(cleaned["page"]) == bool(cleaned["url"]):
            message = _("Choose either a page or an address.")
            raise StructBlockValidationError(block_errors={"page": ValidationError(message)})
        if cleaned["url"] and not cleaned["label"] and not self.is_deferred_validation:
            message = _("Say where the link leads: an address is not a readable text.")
            raise StructBlockValidationError(block_errors={"label": ValidationError(message)})
        return cleaned

    def get_api_representation(self, value, context=None):
        return {
            "text": value.text,
            "href": value.href,
            "page": page_link_shape(value.page) if value.page else None,
        }


class CallToActionBlock(blocks.StructBlock):
    """What the reader is asked to do next."""

    heading = blocks.CharBlock(
        label=_("Heading"), max_length=120, help_text=_("For example: Machen Sie mit!")
    )
    text = blocks.TextBlock(
        label=_("Text"),
        required=False,
        rows=2,
        help_text=_("One or two sentences, for example: Wir suchen Orte für die nächste Reihe."),
    )
    link = LinkBlock(label=_("Link"), help_text=_("The button, for example: Ort vorschlagen"))

    class Meta:
        icon = "pick"
        label = _("Call to action")
        label_format = "{heading}"
        group = GROUP
        description = _("Asks the reader to do one thing, with one button")
        template = "blocks/call_to_action.html"
        preview_value = {
            "heading": "Machen Sie mit!",
            "text": "Wir suchen Orte für die nächste Vortragsreihe.",
            "link": {"label": "Ort vorschlagen", "page": None, "url": "https://www.bochum.de"},
        }
