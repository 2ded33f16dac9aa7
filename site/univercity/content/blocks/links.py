"""The one link that all blocks use: where it may lead, and how it says so."""

import re
from typing import Annotated, Literal

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from pydantic import Field
from typing_extensions import TypedDict  # pydantic asks for it below Python 3.12
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from univercity.content.blocks import base
from univercity.content.blocks.base import StructBlock
from univercity.content.blocks.choosers import DocumentChooserBlock, PageChooserBlock
from univercity.content.links.localized import localized
from univercity.content.representations.shapes import (
    ChosenPage,
    DocumentShape,
    chosen_page_shape,
    document_shape,
)

#: Fields of a link that each say where it leads; exactly one of them is filled.
TARGETS = ("page", "document", "url", "email", "phone")
LANGUAGES = [
    ("de", _("German")),
    ("en", _("English")),
    ("ar", _("Arabic")),
    ("fr", _("French")),
    ("nl", _("Dutch")),
    ("pl", _("Polish")),
    ("ru", _("Russian")),
    ("tr", _("Turkish")),
    ("uk", _("Ukrainian")),
]


class WebAddressBlock(blocks.URLBlock):
    """The address of a web page; any other scheme, such as ``javascript:``, is refused."""

    def __init__(self, **kwargs):
        super().__init__(validators=[URLValidator(schemes=["http", "https"])], **kwargs)
        self.field.error_messages["invalid"] = _(
            "Enter the whole address of a web page; it begins with https://"
        )


class PhoneBlock(blocks.RegexBlock):
    """A telephone number as people write it."""

    def __init__(self, **kwargs):
        message = _("Enter a telephone number with area code, for example: +49 234 123456")
        pattern = r"^(?=(?:\D*\d){5,15}\D*$)\+?[\d\s()/.–-]+$"
        super().__init__(regex=pattern, error_messages={"invalid": message}, **kwargs)


def international_number(phone):
    """Return a telephone number as ``tel:`` takes it: "(0234) 910-0" gives "+492349100"."""
    number = re.sub(r"[^\d+]", "", phone.replace("(0)", "") if phone.startswith("+") else phone)
    return re.sub(r"^0", "+49", re.sub(r"^00", "+", number))


class LinkValue(blocks.StructValue):
    @property
    def kind(self):
        """Which of ``TARGETS`` the link has, or ``None`` in an unfinished draft."""
        return next((name for name in TARGETS if self.get(name)), None)

    @property
    def page(self):
        """The page to link to in the active language, or ``None``."""
        return self.get("page") and localized(self["page"])

    @property
    def href(self):
        """Where the link leads; empty where its page is no longer public."""
        match self.kind:
            case "page":
                return self._page_address
            case "document":
                return self["document"].url
            case "email":
                return f"mailto:{self['email']}"
            case "phone":
                return f"tel:{international_number(self['phone'])}"
        return self.get("url") or ""

    @property
    def _page_address(self):
        page = self.page
        if not page:
            return ""
        day_anchor = getattr(page.specific_class, "day_anchor", None)
        day = self.get("day")
        return f"{page.url}#{day_anchor(day)}" if day and day_anchor else page.url

    @property
    def text(self):
        if self["label"]:
            return self["label"]
        if self.kind in ("page", "document"):
            target = self.page if self.kind == "page" else self["document"]
            return target.title if target else ""
        return self[self.kind] if self.kind else ""

    @property
    def hreflang(self):
        """Language of the target where it is not the reader's, else empty."""
        if self.kind == "page":
            language = self.page.locale.language_code if self.page else ""
        else:
            language = self.get("language") or ""
        return "" if language == get_language() else language

    @property
    def opens_new_window(self):
        """Whether the editor asked for a new window, which only what is not a page may have."""
        return bool(self.get("new_window")) and self.kind in ("url", "document")


class LinkShape(TypedDict):
    kind: Annotated[
        Literal["page", "document", "url", "email", "phone"] | None,
        Field(description="What the link leads to; null: to nothing yet"),
    ]
    text: Annotated[str, Field(description="To show; the title of the target where none is given")]
    href: Annotated[
        str, Field(description="Ready to use; empty where the page is not public: show no link")
    ]
    hreflang: Annotated[
        str, Field(description="BCP 47, where the target is in another language; else empty")
    ]
    new_window: bool
    page: ChosenPage | None
    document: DocumentShape | None


class LinkBlock(StructBlock):
    """A link to one target: a page in the reader's language, a document, another site, a person."""

    label = blocks.CharBlock(
        label=_("Link text"),
        required=False,
        max_length=80,
        help_text=_(
            "Tells where the link leads; empty: the title of the page or document. "
            "For example: Zum Leitbild"
        ),
    )
    page = PageChooserBlock(
        label=_("Page"),
        required=False,
        help_text=_("Leads to a page of this site, for example: Leitbild"),
    )
    day = blocks.DateBlock(
        label=_("Day of the event"),
        required=False,
        help_text=_(
            "Only with the page of an event: leads to the date that begins on this day, "
            "for example: 27.11.2026"
        ),
    )
    url = WebAddressBlock(
        label=_("Other address"),
        required=False,
        help_text=_("Or leads to another site, for example: https://www.bochum.de"),
    )
    document = DocumentChooserBlock(
        label=_("Document"),
        required=False,
        help_text=_("Or leads to a file, for example: Satzung (PDF)"),
    )
    email = blocks.EmailBlock(
        label=_("E-mail address"),
        required=False,
        help_text=_("Or opens a new e-mail, for example: kontakt@univercity-bochum.de"),
    )
    phone = PhoneBlock(
        label=_("Telephone number"),
        required=False,
        help_text=_("Or calls a number, for example: +49 234 123456"),
    )
    language = blocks.ChoiceBlock(
        label=_("Language of the target"),
        required=False,
        choices=LANGUAGES,
        help_text=_(
            "Of another site or a document in another language, for example: English; "
            "pages know theirs."
        ),
    )
    new_window = blocks.BooleanBlock(
        label=_("Open in a new window"),
        required=False,
        help_text=_(
            "Only for another site or a document, for example while a form is being filled in; "
            "screen readers announce it."
        ),
    )

    class Meta:
        icon = "link"
        label = _("Link")
        label_format = "{label} {page} {url} {document} {email} {phone}"
        group = base.ACTIONS
        description = _("A link to a page, a document, another site, an e-mail or a number")
        template = "blocks/link.html"
        value_class = LinkValue
        form_layout = blocks.BlockGroup(
            children=[
                "label",
                "page",
                "url",
                blocks.BlockGroup(
                    children=["day", "document", "email", "phone"],
                    heading=_("Other targets"),
                    help_text=_("A date of an event, a document, an e-mail, a telephone number"),
                    icon="link",
                    classname="collapsed",
                ),
            ],
            settings=["language", "new_window"],
        )
        preview_value = {
            "label": "Stadt Bochum",
            "page": None,
            "url": "https://www.bochum.de",
            "new_window": True,
        }

    def clean(self, value):
        cleaned = super().clean(value)
        errors = {} if self.is_deferred_validation else find_errors(cleaned)
        if errors:
            raise StructBlockValidationError(block_errors=errors)
        return cleaned

    def get_api_representation(self, value, context=None) -> LinkShape:
        return {
            "kind": value.kind,
            "text": value.text,
            "href": value.href,
            "hreflang": value.hreflang,
            "new_window": value.opens_new_window,
            "page": chosen_page_shape(value["page"]) if value.kind == "page" else None,
            "document": document_shape(value["document"]) if value.kind == "document" else None,
        }


def find_errors(link):
    """Return what the editor must change in a link, by field."""
    targets = [name for name in TARGETS if link[name]]
    if not targets:
        message = _("Choose where the link leads: a page, an address or one of the other targets.")
        return {"page": ValidationError(message)}
    if len(targets) > 1:
        message = _("A link has one target. Keep this one or another, and empty the rest.")
        return {name: ValidationError(message) for name in targets}
    if link["url"] and not link["label"]:
        message = _("Say where the link leads: an address is not a readable text.")
        return {"label": ValidationError(message)}
    if link["day"] and not begins_on(link["page"], link["day"]):
        message = _("Choose the page of an event that has a date beginning on this day.")
        return {"day": ValidationError(message)}
    return {}


def begins_on(page, day):
    """Return whether ``page`` is of a type with dates, and one of them begins on ``day``."""
    specific = page and page.specific
    return hasattr(specific, "begins_on") and specific.begins_on(day)
