"""Partner institutions and their index."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Lower
from django.utils.functional import classproperty
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.api import APIField
from wagtail.fields import RichTextField, StreamField
from wagtail.models import PageManager
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from network.blocks import PartnerStory
from network.listing import Partners
from network.serializers import PartnersField
from univercity.content.blocks import KeyFigureStream, SocialProfileStream
from univercity.content.links.rich_text import FEATURES
from univercity.content.pages.base import BasePage, BasePageQuerySet
from univercity.content.reading.shelf import shelf_of_answer
from univercity.content.representations.fields import ImageField, PageLinkField
from univercity.content.snippets.postal_address import Address


def lists_of_other_sections(partner):
    """Return what other sections list on a partner's page, by hook: the calendar its next events.

    They add it to the JSON by the hook ``register_partner_api_fields``.
    """
    offers = hooks.get_hooks("register_lists_on_partner_page")
    return [shown for offer in offers for shown in offer(partner)]


class PartnerQuerySet(BasePageQuerySet):
    """Selections of partners."""

    def for_cards(self):
        cards = super().for_cards().defer_streamfields().select_related("logo")
        return cards.prefetch_related("logo__renditions")

    def by_name(self):
        return self.order_by(Lower("title"))

    def active(self):
        """Partners that are members now."""
        return self.filter(status=PartnerPage.Status.ACTIVE)


class PartnerPage(Address, BasePage):
    """An institution of the network, today or in the past."""

    class Kind(models.TextChoices):
        UNIVERSITY = "university", _("University")
        CITY = "city", _("City administration")
        BUSINESS = "business", _("Business")
        STUDENT_SERVICES = "student-services", _("Student services")
        RESEARCH_MUSEUM = "research-museum", _("Research museum")
        CULTURE = "culture", _("Culture and education")

    class Status(models.TextChoices):
        ACTIVE = "active", _("Member")
        FORMER = "former", _("Former member")
        MERGED = "merged", _("Merged into another partner")

    short_name = models.CharField(
        _("short name"), max_length=60, help_text=_("As people call it, for example: RUB")
    )
    kind = models.CharField(
        _("kind"),
        max_length=32,
        choices=Kind.choices,
        help_text=_("Groups the partners in lists, for example: University"),
    )
    status = models.CharField(
        _("membership"),
        max_length=16,
        choices=Status.choices,
        default=Status.ACTIVE,
        help_text=_("For example: Member"),
    )
    member_from = models.DateField(
        _("member since"), null=True, blank=True, help_text=_("For example: 24.06.2014")
    )
    member_until = models.DateField(
        _("member until"),
        null=True,
        blank=True,
        help_text=_("Last day of membership, for example: 31.12.2024"),
    )
    successor = models.ForeignKey(
        "self",
        verbose_name=_("successor"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="predecessors",
        help_text=_("The partner this one merged into, for example: Hochschule Bochum"),
    )
    logo = models.ForeignKey(
        "univercity.Image",
        verbose_name=_("logo"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("On a transparent or white background, at least 400 pixels wide"),
    )
    website = models.URLField(
        _("website"), blank=True, help_text=_("For example: https://www.ruhr-uni-bochum.de")
    )
    introduction = RichTextField(
        _("introduction"),
        blank=True,
        features=FEATURES,
        help_text=_("Who the partner is, for example: Campusuniversität im Süden der Stadt."),
    )
    key_figures = StreamField(
        KeyFigureStream(max_num=4),
        verbose_name=_("key figures"),
        blank=True,
        help_text=_("Up to four numbers with year and source, for example: 6000 Studierende, 2024"),
    )
    contact_name = models.CharField(
        _("contact"), max_length=120, blank=True, help_text=_("For example: Dezernat Kommunikation")
    )
    email = models.EmailField(
        _("e-mail"), blank=True, help_text=_("For example: presse@hochschule.example")
    )
    phone = models.CharField(
        _("telephone"), max_length=40, blank=True, help_text=_("For example: +49 234 123456")
    )
    social_profiles = StreamField(
        SocialProfileStream(),
        verbose_name=_("social media"),
        blank=True,
        help_text=_("Profiles of the institution, for example on Instagram"),
    )
    body = StreamField(
        PartnerStory(),
        verbose_name=_("content"),
        blank=True,
        help_text=_("Anything else worth telling, for example a text and an image"),
    )

    objects = PageManager.from_queryset(PartnerQuerySet)()

    listed_in = frozenset({"list-partners"})
    shown_lists = (lists_of_other_sections,)
    parent_page_types = ["network.PartnerIndexPage"]
    subpage_types = ["calendar_pages.EventPage"]
    page_description = _("An institution of the network with logo, address, figures and contact")
    editor_help = _(
        "One institution of the network. Kind and membership decide where it is listed; its next "
        "events appear by themselves."
    )
    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("short_name"), FieldPanel("kind")]),
                FieldPanel("logo"),
                FieldPanel("website"),
            ],
            heading=_("Institution"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("status"),
                FieldRowPanel([FieldPanel("member_from"), FieldPanel("member_until")]),
                FieldPanel("successor"),
            ],
            heading=_("Membership"),
        ),
        FieldPanel("introduction"),
        FieldPanel("key_figures"),
        Address.address_panel,
        MultiFieldPanel(
            [
                FieldPanel("contact_name"),
                FieldRowPanel([FieldPanel("email"), FieldPanel("phone")]),
                FieldPanel("social_profiles"),
            ],
            heading=_("Contact"),
        ),
        FieldPanel("body"),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("short_name"),
        index.SearchField("introduction"),
        index.SearchField("body"),
        index.FilterField("kind"),
        index.FilterField("status"),
    ]
    own_api_fields = [
        *BasePage.api_fields,
        APIField("short_name"),
        APIField("kind"),
        APIField("status"),
        APIField("member_from"),
        APIField("member_until"),
        APIField("successor", serializer=PageLinkField()),
        APIField("logo", serializer=ImageField("logo", alt="title")),
        APIField("website"),
        APIField("introduction"),
        APIField("key_figures"),
        APIField("street"),
        APIField("postcode"),
        APIField("city"),
        APIField("latitude"),
        APIField("longitude"),
        APIField("contact_name"),
        APIField("email"),
        APIField("phone"),
        APIField("social_profiles"),
        APIField("body"),
    ]
    override_translatable_fields = [
        *(
            SynchronizedField(name, overridable=False)
            for name in ("status", "kind", "member_from", "member_until", "successor")
        ),
        *Address.address_fields,
        SynchronizedField("short_name"),
        SynchronizedField("phone"),
    ]

    class Meta:
        verbose_name = _("partner")
        verbose_name_plural = _("partners")

    @classproperty
    def api_fields(cls):
        """The fields above, then those that other sections add by hook, as the calendar does."""
        offers = hooks.get_hooks("register_partner_api_fields")
        return [*cls.own_api_fields, *(field for offer in offers for field in offer())]

    @property
    def is_member(self):
        return self.status == self.Status.ACTIVE

    def clean(self):
        super().clean()
        errors = {}
        if self.member_from and self.member_until and self.member_until < self.member_from:
            errors["member_until"] = _("The membership ends before it begins.")
        if self.status == self.Status.MERGED and not self.successor:
            errors["successor"] = _("Choose the partner that this one merged into.")
        if self.successor and self.successor.translation_key == self.translation_key:
            errors["successor"] = _("A partner cannot be its own successor; choose another one.")
        if errors:
            raise ValidationError(errors)


class PartnerIndexPage(BasePage):
    """All partners, members first."""

    introduction = RichTextField(
        _("introduction"),
        blank=True,
        features=FEATURES,
        help_text=_("What connects the partners, for example: Stadt und Wissenschaft gemeinsam"),
    )

    listings = frozenset({"list-partners"})
    shown_lists = (lambda index: [Partners()],)
    parent_page_types = ["home.HomePage"]
    subpage_types = ["network.PartnerPage"]
    max_count_per_parent = 1
    page_description = _("Lists all partners of the network by kind")
    editor_help = _(
        "Lists all partners by itself. Here you write only the introduction; "
        "a partner is a page below."
    )
    content_panels = [*BasePage.content_panels, FieldPanel("introduction")]
    search_fields = [*BasePage.search_fields, index.SearchField("introduction")]
    api_fields = [
        *BasePage.api_fields,
        APIField("introduction"),
        APIField("partners", serializer=PartnersField("partners")),
    ]

    class Meta:
        verbose_name = _("partner index")
        verbose_name_plural = _("partner indexes")

    @property
    def partners(self):
        """All partners, today and in the past, by name."""
        return shelf_of_answer().listed(Partners())

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        partners = self.partners
        return {
            **context,
            "members_by_kind": group_by_kind(partner for partner in partners if partner.is_member),
            "past_partners": [partner for partner in partners if not partner.is_member],
        }


def group_by_kind(partners):
    """Return (label of the kind, its partners) for each kind that has some."""
    groups = {}
    for partner in partners:
        groups.setdefault(partner.kind, []).append(partner)
    return [(kind.label, groups[kind]) for kind in PartnerPage.Kind if kind in groups]
