"""The mission statement (Leitbild)."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, MultipleChooserPanel
from wagtail.api import APIField
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Orderable
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from network.blocks import PrincipleStream, principle_anchor
from network.models.partner import PartnerPage
from network.serializers import PartnersField
from univercity.content.blocks import StoryBlock
from univercity.content.links.localized import LocalizedPages
from univercity.content.links.rich_text import FEATURES
from univercity.content.pages.base import BasePage


class LeitbildPage(BasePage):
    """What the network stands for: steering group and guiding principles."""

    introduction = RichTextField(
        _("introduction"),
        features=FEATURES,
        help_text=_("Why the network exists, for example: Bochum ist Stadt der Wissenschaft."),
    )
    steering_group_heading = models.CharField(
        _("heading of the steering group"),
        max_length=120,
        blank=True,
        help_text=_("For example: Lenkungskreis UniverCity Bochum"),
    )
    steering_group = RichTextField(
        _("steering group and its task"),
        blank=True,
        features=FEATURES,
        help_text=_("Who sits in it and what it decides, for example: Er berät zweimal im Jahr."),
    )
    principles = StreamField(
        PrincipleStream(min_num=1),
        verbose_name=_("guiding principles"),
        help_text=_("Numbered in this order; readers can link to each"),
    )
    adopted_on = models.DateField(
        _("adopted on"), null=True, blank=True, help_text=_("For example: 24.02.2011")
    )
    renewed_on = models.DateField(
        _("renewed on"), null=True, blank=True, help_text=_("For example: 17.06.2024")
    )
    body = StreamField(
        StoryBlock(),
        verbose_name=_("content"),
        blank=True,
        help_text=_("Anything else worth telling, for example a quote"),
    )

    parent_page_types = ["home.HomePage"]
    subpage_types = []
    max_count_per_parent = 1
    page_description = _("The mission statement with numbered guiding principles")
    editor_help = _(
        "The mission statement with its guiding principles. The partners adopt its wording "
        "together; change it only after they have decided so."
    )
    content_panels = [
        *BasePage.content_panels,
        FieldPanel("introduction"),
        MultiFieldPanel(
            [FieldPanel("steering_group_heading"), FieldPanel("steering_group")],
            heading=_("Steering group"),
        ),
        FieldPanel("principles"),
        FieldRowPanel([FieldPanel("adopted_on"), FieldPanel("renewed_on")], heading=_("Adoption")),
        MultipleChooserPanel("signatories", chooser_field_name="partner", heading=_("Signatories")),
        FieldPanel("body"),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("introduction"),
        index.SearchField("steering_group"),
        index.SearchField("principles"),
        index.SearchField("body"),
    ]
    api_fields = [
        *BasePage.api_fields,
        APIField("introduction"),
        APIField("steering_group_heading"),
        APIField("steering_group"),
        APIField("principles"),
        APIField("adopted_on"),
        APIField("renewed_on"),
        APIField("signatories", serializer=PartnersField("signatory_pages")),
        APIField("body"),
    ]
    override_translatable_fields = [
        SynchronizedField(name, overridable=False) for name in ("adopted_on", "renewed_on")
    ]

    class Meta:
        verbose_name = _("Leitbild")
        verbose_name_plural = _("Leitbilder")

    def clean(self):
        super().clean()
        if self.adopted_on and self.renewed_on and self.renewed_on < self.adopted_on:
            raise ValidationError(
                {"renewed_on": _("The Leitbild cannot be renewed before it was adopted.")}
            )

    @property
    def numbered_principles(self):
        """Return (number, address within the page, block) for each principle."""
        return [
            (number, principle_anchor(number), block)
            for number, block in enumerate(self.principles, start=1)
        ]

    @cached_property
    def signatory_pages(self):
        """The partners that signed, in the active language where translated, in their order."""
        ids = [row.partner_id for row in self.signatories.all()]
        pages = LocalizedPages(ids, PartnerPage)
        return [page for page in map(pages.get, ids) if page]


class LeitbildSignatory(Orderable):
    """A partner that signed the Leitbild."""

    page = ParentalKey(LeitbildPage, on_delete=models.CASCADE, related_name="signatories")
    partner = models.ForeignKey(
        PartnerPage,
        verbose_name=_("partner"),
        on_delete=models.CASCADE,
        related_name="+",
        help_text=_("A partner of the network, for example: Stadt Bochum"),
    )

    panels = [FieldPanel("partner")]

    class Meta(Orderable.Meta):
        verbose_name = _("signatory")
        verbose_name_plural = _("signatories")
