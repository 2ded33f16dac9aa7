"""What stands around every page: navigation, footer, contact, social media."""

from django.conf import settings
from django.db import models
from django.utils import translation
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page, Site
from wagtail_localize.fields import SynchronizedField

from univercity.content.blocks import LinkStream, SocialProfileStream
from univercity.content.links.localized import LocalizedPages, previewed
from univercity.content.previews import SnippetPreview
from univercity.content.reading.surroundings import surroundings
from univercity.content.snippets.postal_address import Address
from univercity.content.snippets.public_at_once import PublicAtOnce


class SiteSettings(SnippetPreview, PublicAtOnce, Address):
    """Settings of one site in one language."""

    site = models.ForeignKey(
        Site,
        verbose_name=_("site"),
        on_delete=models.CASCADE,
        related_name="settings",
        help_text=_("The site these settings belong to, for example: univercity-bochum.de"),
    )
    navigation = StreamField(
        LinkStream(max_num=7),
        verbose_name=_("main navigation"),
        blank=True,
        help_text=_("Up to seven links at the top of each page, for example: Leitbild"),
    )
    footer_links = StreamField(
        LinkStream(max_num=10),
        verbose_name=_("footer links"),
        blank=True,
        help_text=_("Links at the foot of each page, for example: Impressum"),
    )
    social_profiles = StreamField(
        SocialProfileStream(),
        verbose_name=_("social media"),
        blank=True,
        help_text=_("Profiles of the network, Instagram first"),
    )
    organisation = models.CharField(
        _("organisation"),
        max_length=120,
        help_text=_("Who runs the site, for example: UniverCity Bochum e. V."),
    )
    email = models.EmailField(
        _("e-mail"), blank=True, help_text=_("For example: kontakt@univercity-bochum.de")
    )
    phone = models.CharField(
        _("telephone"), max_length=40, blank=True, help_text=_("For example: +49 234 123456")
    )

    preview_template = "content/previews/site_settings.html"
    override_translatable_fields = [*Address.address_fields, SynchronizedField("phone")]
    panels = [
        FieldPanel("site"),
        FieldPanel("navigation"),
        FieldPanel("footer_links"),
        FieldPanel("social_profiles"),
        MultiFieldPanel(
            [
                FieldPanel("organisation"),
                FieldRowPanel([FieldPanel("email"), FieldPanel("phone")]),
            ],
            heading=_("Contact"),
        ),
        Address.address_panel,
    ]

    class Meta(PublicAtOnce.Meta):
        verbose_name = _("site settings")
        verbose_name_plural = _("site settings")
        # For pages of every type; Django ties each permission to one model with a table.
        permissions = [("change_slug", "Can change the address of published pages")]
        constraints = [
            models.UniqueConstraint(fields=["site", "locale"], name="one_settings_per_language")
        ]

    def __str__(self):
        return f"{self.site} ({self.locale})"

    @cached_property
    def shown_navigation(self):
        """The links of the main navigation, but those that lead nowhere."""
        return self._shown(self.navigation)

    @cached_property
    def shown_footer_links(self):
        """The links at the foot of the page, but those that lead nowhere."""
        return self._shown(self.footer_links)

    def _shown(self, links):
        for link in links:
            if page := link.value["page"]:
                page.localized_pages = self._linked_pages
        return [link for link in links if link.value.href]

    @cached_property
    def _linked_pages(self):
        """The pages that navigation and footer link to, looked up together."""
        links = [*self.navigation, *self.footer_links]
        return LocalizedPages(link.value["page"].pk for link in links if link.value["page"])

    def get_preview_context(self, request, mode_name):
        request.univercity_settings = self  # what stands around the page comes from the form
        return super().get_preview_context(request, mode_name)

    def pages_showing_it(self):
        """Return the home page in the language of the settings, which stand around every page."""
        root = self.site.root_page
        return Page.objects.filter(
            translation_key=root.translation_key, locale_id=self.locale_id or root.locale_id
        )

    @classmethod
    def for_request(cls, request):
        """Return the settings of the site asked for in the active language; read once."""
        if not hasattr(request, "univercity_settings"):
            request.univercity_settings = cls.for_site(Site.find_for_request(request))
        return request.univercity_settings

    @classmethod
    def for_site(cls, site):
        """Return the settings in the active, else in the source language, else ``None``."""
        rows = [row for row in surroundings().settings if row.site_id == site.pk]
        by_language = {row.locale.language_code: row for row in rows if not row.in_source_language}
        shown = previewed.get()
        if isinstance(shown, cls) and shown.site_id == site.pk:
            by_language[shown.locale.language_code] = shown
        return by_language.get(translation.get_language()) or by_language.get(
            settings.LANGUAGE_CODE
        )
