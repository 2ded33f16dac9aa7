"""What ``/resolve/`` answers, as the OpenAPI document describes it."""

from datetime import datetime
from typing import Annotated, Literal

from ninja import Schema
from pydantic import Field
from pydantic.json_schema import SkipJsonSchema
from wagtail.api.rich_text import RichTextOutputFormat
from wagtail.api.v3.routers.pages import PageDetailSchema

from univercity.api.lists.languages import Language, SourceLanguage
from univercity.content.representations.shapes import PageLinkShape, RenditionShape
from univercity.translation.provenance import Provenance

LONGEST_PATH = 2000


class Question(Schema):
    """What a client asks."""

    path: str = Field(
        max_length=LONGEST_PATH,
        description="As the browser shows it, or a whole address of this site.",
    )
    locale: Language | SkipJsonSchema[None] = Field(
        None, description="The visitor's language, for a path that names none."
    )
    fallback: SourceLanguage | SkipJsonSchema[None] = Field(
        None, description="Serve the source language where a translation is missing."
    )
    version: Literal["live", "draft"] = "live"
    preview_token: str | None = Field(
        None, description="For version=draft, where it cannot be sent as a header."
    )
    at: str | None = Field(
        None,
        description="Date and time with offset, as RFC 3339 has it. Not with version=draft.",
        json_schema_extra={"format": "date-time"},
    )
    rich_text_format: RichTextOutputFormat | None = None


class Alternate(Schema):
    """The page in one language of the site."""

    hreflang: str | None = Field(
        description="For link elements: BCP 47, or x-default; null where the language has none."
    )
    locale: str = Field(description="The language that this entry is about.")
    state: Literal["source", "translated", "outdated", "fallback"] = Field(
        description="source: written in it. translated, outdated: a public translation; outdated, "
        "where the source was published again since. fallback: none is public; the link leads to "
        "the source language."
    )
    page: PageLinkShape


class SocialImage(RenditionShape):
    alt: str


class Social(Schema):
    """Values of Open Graph, and the kind of card."""

    site_name: str
    type: str
    title: str
    description: str
    url: str
    locale: str = Field(description="As Open Graph has it, such as de_DE.")
    image: SocialImage | None
    card: str = Field(description="Of X, once Twitter.")


class Seo(Schema):
    title: str = Field(description="The title element, name of the site included.")
    description: str
    canonical: str = Field(description="Absolute; of a fallback that of the source page.")
    robots: str = Field(description="noindex where the answer is not what the public site shows.")
    social: Social


class NavigationItem(Schema):
    text: str
    href: str
    hreflang: str = Field(description="Where it is not the page's language, else empty.")
    current: Literal["page", "true", ""] = Field(
        description="As aria-current: the page itself, or the section it is in."
    )
    lang: str = Field(
        description="Of the text; the source language where the menu is not translated."
    )


class Navigation(Schema):
    is_home: bool
    entries: list[NavigationItem]


class PageVerdict(Schema):
    """A page is there."""

    kind: Literal["page"]
    locale: str = Field(description="Of the content.")
    requested_locale: str = Field(description="Of the path.")
    fallback: bool = Field(description="The source language stands in for a missing translation.")
    version: Literal["live", "draft"]
    at: datetime | None
    page: PageDetailSchema
    breadcrumbs: list[PageLinkShape] = Field(
        description="The public pages above, the home page first."
    )
    alternates: list[Alternate]
    seo: Seo
    navigation: Navigation
    provenance: dict[str, Provenance] | None = Field(
        description="Of the page's own texts by field; null for moments of the past or future."
    )


class RedirectVerdict(Schema):
    """The HTML site sends its visitors elsewhere."""

    kind: Literal["redirect"]
    location: str = Field(description="A path of this site or an absolute address.")
    status: int = Field(description="Of the HTML site: 301, 302 ...")
    permanent: bool


Verdict = Annotated[PageVerdict | RedirectVerdict, Field(discriminator="kind")]
