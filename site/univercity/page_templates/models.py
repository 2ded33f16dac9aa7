"""Which prepared pages there are, and where each may be used."""

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable, Page


class PageTemplateQuerySet(models.QuerySet):
    def usable_below(self, parent: Page) -> list["PageTemplate"]:
        """Return the templates from which a page below ``parent`` can be made.

        Content is written in the source language, so there are none below other pages.
        """
        if parent.locale.language_code != settings.LANGUAGE_CODE:
            return []
        return [
            template
            for template in self.select_related("page")
            if template.page.specific_class.can_create_at(parent)
        ]


class PageTemplate(Orderable):
    """A prepared page, never public itself, that editors copy instead of starting from nothing."""

    name = models.CharField(
        pgettext_lazy("of a page template", "name"),
        max_length=80,
        help_text=_("What editors get, for example: Neue Vortragsreihe"),
    )
    description = models.TextField(
        pgettext_lazy("of a page template", "description"),
        max_length=300,
        help_text=_(
            "What it is for and what is prepared, for example: "
            "Reihe mit Programmtext; Termine und Ort ergänzen Sie."
        ),
    )
    page = models.OneToOneField(
        Page,
        verbose_name=_("prepared page"),
        on_delete=models.PROTECT,
        related_name="page_template",
        help_text=_("A German draft that is never published, for example: Vorlage Vortragsreihe"),
    )

    objects = PageTemplateQuerySet.as_manager()

    panels = [FieldPanel("name"), FieldPanel("description"), FieldPanel("page")]

    class Meta(Orderable.Meta):
        verbose_name = pgettext_lazy("snippet", "page template")
        verbose_name_plural = pgettext_lazy("snippet", "page templates")

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        super().clean()
        message = self.page_id and self._objection_to_page()
        if message:
            raise ValidationError({"page": message})

    def _objection_to_page(self) -> Any:
        """Return why the page cannot be a template, or ``None``."""
        if not can_repeat(self.page.specific_class):
            return _("There is only one page of this type. Choose a page of another type.")
        if self.page.locale.language_code != settings.LANGUAGE_CODE:
            return _("Choose a page in German: translations are made from it.")
        if self.page.live:
            return _("Choose a draft: visitors can open this page, and a template is not for them.")
        return None


def can_repeat(model: Any) -> bool:
    """Return whether a site can have several pages of a type."""
    below_pages = [parent for parent in model.allowed_parent_page_models() if parent is not Page]
    return bool(model.is_creatable and below_pages and not model.max_count_per_parent)


def is_template(page: Page) -> bool:
    """Return whether ``page`` is the prepared page of a template."""
    return PageTemplate.objects.filter(page_id=page.pk).exists()
