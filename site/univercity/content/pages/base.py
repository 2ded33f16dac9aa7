"""The page that every page type is: teaser, slug, preview modes, versions in other languages."""

from collections.abc import Callable, Iterable
from contextvars import ContextVar
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel, MultiFieldPanel, TitleFieldPanel
from wagtail.admin.widgets.slug import SlugInput
from wagtail.api import APIField
from wagtail.models import Page, PageManager, PageViewRestriction
from wagtail.query import PageQuerySet
from wagtail.search import index

from univercity.content.media.images import ImagesWithAlt
from univercity.content.pages.locked_slug import LockedSlug, PageForm
from univercity.content.previews import PreviewModes
from univercity.content.public_pages import public
from univercity.content.reading.page import read_page
from univercity.content.reading.references import ShownList, references_of
from univercity.content.reading.shelf import shelf_of_answer
from univercity.content.reading.surroundings import surroundings
from univercity.content.representations.fields import AlternatesField, ImageField
from univercity.content.site_settings import SiteSettings
from univercity.content.slugs import FORMATTERS, slugify

#: In the content of a revision: says that publishing it is a minor edit.
MINOR_EDIT = "minor_edit"
#: Says whether whoever works in the admin may read the draft of a page; its title then shows.
may_read_draft: ContextVar[Callable[[Page], bool]] = ContextVar(
    "may read the draft of a page", default=lambda page: True
)


class MinorEdits:
    """For pages: lets the editor say that what is published is a minor edit."""

    minor_edit = False

    def serializable_data(self) -> dict[str, Any]:
        data: dict[str, Any] = super().serializable_data()  # type: ignore[misc]
        return {**data, MINOR_EDIT: True} if self.minor_edit else data


class BasePageQuerySet(PageQuerySet):
    """Selections that hold for every page type."""

    def public(self):
        """Leave out closed pages and what lies below them."""
        return public(self)

    def for_cards(self):
        """Bring along what a card in a listing shows."""
        return self.select_related("locale").prefetch_related("teaser_image__renditions")

    def readable_in(self, language_code):
        """Public pages in the given language, and in the source language where it is missing."""
        translated = self.model.objects.filter(locale__language_code=language_code).live().public()
        return (
            self.live()
            .public()
            .filter(
                Q(locale__language_code=language_code)
                | Q(locale__language_code=settings.LANGUAGE_CODE)
                & ~Q(translation_key__in=translated.values("translation_key"))
            )
        )


class BasePage(ImagesWithAlt, LockedSlug, MinorEdits, PreviewModes, Page):
    """A page with teaser and slug in the customs of this site; every page type inherits it."""

    teaser = models.CharField(
        _("teaser"),
        max_length=250,
        blank=True,
        help_text=_(
            "One or two sentences for lists and social media, "
            "for example: Fünf Abende, fünf Fragen an die Wissenschaft."
        ),
    )
    teaser_image = models.ForeignKey(
        "univercity.Image",
        verbose_name=_("teaser image"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("For lists and social media, best at 1200 × 630 pixels or more"),
    )
    teaser_image_alt = models.CharField(
        _("alt text of the teaser image"),
        max_length=255,
        blank=True,
        help_text=_(
            "What the image shows here; taken from the image if left empty, "
            "for example: Blick vom Campus auf die Stadt"
        ),
    )

    objects = PageManager.from_queryset(BasePageQuerySet)()

    base_form_class = PageForm
    images_with_alt = ["teaser_image"]
    #: Surrogate keys of the lists that every page of the type shows, and of those it stands in.
    listings: frozenset[str] = frozenset()
    listed_in: frozenset[str] = frozenset()
    #: Relations to pages that list this one among their own, as in "co_organisers.partner".
    listed_on: tuple[str, ...] = ()
    #: Functions that return what lists a page shows beside its content.
    shown_lists: tuple[Callable[[Any], Iterable[ShownList]], ...] = ()
    #: Whether somebody should confirm once a year that the page is still right.
    goes_out_of_date = True
    #: What the page type is for and what to mind; each type has its own.
    editor_help = ""
    content_panels = [
        HelpPanel(
            heading=_("About this kind of page"),
            template="content/page_help.html",
            classname="collapsed",
        ),
        TitleFieldPanel("title"),
    ]
    promote_panels = [
        MultiFieldPanel(
            [FieldPanel("teaser"), FieldPanel("teaser_image"), FieldPanel("teaser_image_alt")],
            heading=_("Lists and social media"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("slug", widget=SlugInput(formatters=FORMATTERS)),
                FieldPanel("seo_title"),
                FieldPanel("search_description"),
            ],
            heading=_("Search engines"),
        ),
    ]
    search_fields = [*Page.search_fields, index.SearchField("teaser")]
    api_fields = [
        APIField("teaser"),
        APIField("teaser_image", serializer=ImageField("card", "social")),
        APIField("alternates", serializer=AlternatesField()),
    ]

    class Meta:
        abstract = True

    def _get_autogenerated_slug(self, base_slug):
        return super()._get_autogenerated_slug(slugify(self.title) or base_slug)

    def get_admin_display_title(self):
        """Return the title for the admin, where lists mark templates by ``is_page_template``."""
        shows_draft = may_read_draft.get()(self)
        title = super().get_admin_display_title() if shows_draft else self.title
        if not getattr(self, "is_page_template", False):
            return title
        return _("Template: %(title)s") % {"title": title}

    @property
    def public_parent(self):
        """The page above, or ``None`` where visitors cannot open it."""
        read_page(self)
        parent = self.get_parent()
        return parent if surroundings().is_public(parent) else None

    def get_alternates(self):
        """Return the public versions of this page by language code, itself included.

        One that no site shows, below another root, is none.
        """
        if self.pk is None:
            return {}
        read_page(self)
        [versions] = shelf_of_answer().get(Page, [self.pk])
        public = versions.public if versions else {}
        shown = ((code, version) for code, version in public.items() if version.url)
        # Databases return rows in any order.
        return dict(sorted(shown, key=lambda item: item[1].locale_id))

    def get_context(self, request, *args, **kwargs):
        around = SiteSettings.for_request(request)
        if around:  # their links are read together with the page
            shelf_of_answer().expect(references_of(around))
        read_page(self)
        return super().get_context(request, *args, **kwargs)

    def get_view_restrictions(self):
        """Return the restrictions that hold here; asks no further where no page is closed."""
        if not surroundings().closed_lengths:
            return PageViewRestriction.objects.none()
        return super().get_view_restrictions()
