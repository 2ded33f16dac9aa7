"""The home page and pages of free content."""

from django.db import models
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.api import APIField
from wagtail.fields import RichTextField, StreamField
from wagtail.search import index
from wagtail.url_routing import RouteResult

from home.blocks import ContentBlock
from univercity.content.blocks import KeyFigureStream, LinkStream
from univercity.content.links.rich_text import FEATURES
from univercity.content.pages.base import BasePage
from univercity.content.representations.fields import ImageField


class HomePage(BasePage):
    """The entrance to the site: what the network is, its numbers, and what comes next."""

    hero_heading = models.CharField(
        _("heading"),
        max_length=120,
        help_text=_("The first words visitors read, for example: Eine Stadt, die Wissen schafft"),
    )
    hero_text = models.TextField(
        _("text"),
        max_length=300,
        blank=True,
        help_text=_("One or two sentences, for example: Zwölf Partner, ein gemeinsames Ziel."),
    )
    hero_image = models.ForeignKey(
        "univercity.Image",
        verbose_name=_("image"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Wide, at least 1920 × 960 pixels; set the focal point"),
    )
    hero_image_alt = models.CharField(
        _("alt text of the image"),
        max_length=255,
        blank=True,
        help_text=_(
            "What the image shows here; taken from the image if left empty, "
            "for example: Blick vom Campus auf die Stadt"
        ),
    )
    hero_links = StreamField(
        LinkStream(max_num=2),
        verbose_name=_("buttons"),
        blank=True,
        help_text=_("Up to two links, for example: Zum Kalender"),
    )
    introduction = RichTextField(
        _("introduction"),
        blank=True,
        features=FEATURES,
        help_text=_("What the network is, for example: Stadt, Hochschulen und Partner gemeinsam"),
    )
    key_figures = StreamField(
        KeyFigureStream(max_num=4),
        verbose_name=_("key figures"),
        blank=True,
        help_text=_("Up to four numbers with year and source, for example: 56000 Studierende"),
    )
    body = StreamField(
        ContentBlock(),
        verbose_name=_("content"),
        blank=True,
        help_text=_("Events, partners, mission and anything else, in the order you like"),
    )

    images_with_alt = [*BasePage.images_with_alt, "hero_image"]
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "home.StandardPage",
        "network.LeitbildPage",
        "network.PartnerIndexPage",
        "calendar_pages.CalendarPage",
    ]
    page_description = _("The entrance to the site")
    editor_help = _(
        "The entrance to the site. The stage says in a few words what the network is; "
        "below it stands what is new. Keep it short: this is where visitors decide where to go."
    )
    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel(
            [
                FieldPanel("hero_heading"),
                FieldPanel("hero_text"),
                FieldPanel("hero_image"),
                FieldPanel("hero_image_alt"),
                FieldPanel("hero_links"),
            ],
            heading=_("Stage"),
        ),
        FieldPanel("introduction"),
        FieldPanel("key_figures"),
        FieldPanel("body"),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("hero_heading"),
        index.SearchField("introduction"),
        index.SearchField("body"),
    ]
    api_fields = [
        *BasePage.api_fields,
        APIField("hero_heading"),
        APIField("hero_text"),
        APIField("hero_image", serializer=ImageField("hero")),
        APIField("hero_links"),
        APIField("introduction"),
        APIField("key_figures"),
        APIField("body"),
    ]

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    def route(self, request, path_components):
        """Find a page below by its whole address, not level by level; no page here routes itself.

        Raises ``Http404`` where there is none, or none that is live.
        """
        if not path_components:
            return super().route(request, path_components)
        address = f"{self.url_path}{'/'.join(path_components)}/"
        below = self.get_descendants().filter(url_path=address, live=True)
        below = below.filter(slug=path_components[-1])  # which is indexed, other than addresses
        page = get_object_or_404(below.select_related("locale"))
        specific = page.specific
        specific.locale = page.locale
        return RouteResult(specific)


class StandardPage(BasePage):
    """A page of free content: imprint, privacy, accessibility statement, anything else."""

    introduction = models.TextField(
        _("introduction"),
        max_length=500,
        blank=True,
        help_text=_("The page in two sentences, for example: Wer diese Website verantwortet."),
    )
    body = StreamField(
        ContentBlock(),
        verbose_name=_("content"),
        blank=True,
        help_text=_("For example headings and texts"),
    )

    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types = ["home.StandardPage"]
    page_description = _("A page of free content, for example the imprint")
    editor_help = _(
        "Free content such as the imprint, an announcement or a landing page. Say "
        "in the introduction what the page is about, then divide the content by headings."
    )
    content_panels = [*BasePage.content_panels, FieldPanel("introduction"), FieldPanel("body")]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("introduction"),
        index.SearchField("body"),
    ]
    api_fields = [*BasePage.api_fields, APIField("introduction"), APIField("body")]

    class Meta:
        verbose_name = _("content page")
        verbose_name_plural = _("content pages")
