"""Results of content and link checks, and page templates."""

import datetime
from typing import Any

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Orderable, Page

from univercity.editorial.content_checks.rules import Kind


class ContentCheck(models.Model):
    """The findings in a page as it was when it was last checked."""

    page = models.OneToOneField(Page, on_delete=models.CASCADE, related_name="content_check")
    revision = models.ForeignKey(
        "wagtailcore.Revision", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    checked_at = models.DateTimeField(_("checked"), auto_now=True)
    words = models.PositiveIntegerField(_("words"))
    reading_ease = models.FloatField(_("readability"), null=True)
    #: ``[{"kind": …, "text": …}]``, most serious first
    findings = models.JSONField(_("findings"), default=list)
    #: kind to number of findings, only for kinds that were found
    counts = models.JSONField(default=dict)
    total = models.PositiveIntegerField(_("findings"))

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("content check")
        verbose_name_plural = _("content checks")

    def __str__(self):
        return f"{self.page_id}: {self.total}"

    @property
    def summary(self):
        """Kinds with their numbers, most serious first."""
        return ", ".join(
            f"{kind.label} ({self.counts[kind]})" for kind in Kind if kind in self.counts
        )

    @property
    def worst(self):
        """The text of the most serious finding."""
        return self.findings[0]["text"] if self.findings else ""


# Links to other sites: what a check found, and where in content they stand.

#: A link that works is asked for again after a week, one that fails after a day.
WORKING_AGAIN, FAILING_AGAIN = datetime.timedelta(days=7), datetime.timedelta(days=1)
MAX_LENGTH = 2000


class Outcome(models.TextChoices):
    """What a check found, in words for editors."""

    UNCHECKED = "", _("not checked yet")
    WORKS = "works", _("works")
    UNCLEAR = "unclear", _("answers, but not to automatic checks")
    NOT_FOUND = "not-found", _("The page does not exist any more.")
    REFUSED = "refused", _("The other site refuses the request.")
    SERVER_ERROR = "server-error", _("The other site reports an error of its own.")
    UNKNOWN_HOST = "unknown-host", _("There is no site of this name.")
    NO_CONNECTION = "no-connection", _("The other site cannot be reached.")
    TIMEOUT = "timeout", _("The other site does not answer in time.")
    CERTIFICATE = "certificate", _("The other site cannot prove its identity (certificate).")
    REDIRECTS = "redirects", _("The other site redirects without end.")
    PRIVATE = "private", _("The address lies in a private network that visitors cannot reach.")
    INVALID = "invalid", _("This is no valid address.")

    @property
    def is_broken(self):
        return self not in {Outcome.UNCHECKED, Outcome.WORKS, Outcome.UNCLEAR}


BROKEN = [outcome.value for outcome in Outcome if outcome.is_broken]


class ExternalLink(models.Model):
    """An address that content links to, written in full."""

    url = models.CharField(_("address"), max_length=MAX_LENGTH, unique=True)
    outcome = models.CharField(_("result"), max_length=20, choices=Outcome.choices, blank=True)
    status_code = models.PositiveSmallIntegerField(_("HTTP status"), null=True)
    moved_to = models.CharField(_("new address"), max_length=MAX_LENGTH, blank=True)
    checked_at = models.DateTimeField(_("checked at"), null=True)
    first_failed_at = models.DateTimeField(_("broken since"), null=True)
    next_check_at = models.DateTimeField(_("next check"), default=timezone.now, db_index=True)

    class Meta:
        verbose_name = _("external link")
        verbose_name_plural = _("external links")

    def __str__(self):
        return self.url

    @property
    def problem(self):
        """What is wrong, in words; empty if nothing is."""
        outcome = Outcome(self.outcome)
        if outcome.is_broken:
            code = f" ({self.status_code})" if self.status_code else ""
            return f"{outcome.label}{code}"
        if self.moved_to:
            return _("Moved for good to %(address)s") % {"address": self.moved_to}
        return ""

    def record(self, outcome, status_code=None, moved_to=""):
        """Keep what a check found, and plan the next one."""
        now = timezone.now()
        broken = outcome.is_broken
        self.outcome, self.status_code = outcome, status_code
        self.moved_to = moved_to if len(moved_to) <= MAX_LENGTH else ""
        self.checked_at = now
        self.first_failed_at = (self.first_failed_at or now) if broken else None
        self.next_check_at = now + (FAILING_AGAIN if broken else WORKING_AGAIN)
        self.save()


class LinkUse(models.Model):
    """One place where an address stands: a public page or a snippet."""

    link = models.ForeignKey(ExternalLink, on_delete=models.CASCADE, related_name="uses")
    source_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    source_id = models.PositiveBigIntegerField()
    text = models.CharField(_("link text"), max_length=255, blank=True)
    path = models.CharField(_("place"), max_length=255)  #: field, and block after a dot

    class Meta:
        verbose_name = _("use of a link")
        verbose_name_plural = _("uses of links")
        indexes = [models.Index(fields=["source_type", "source_id"], name="link_use_source")]

    def __str__(self):
        return f"{self.link} ({self.path})"

    def place_in(self, source):
        """Return the names of field and block in ``source``, as its edit form shows them."""
        model = source.specific_class if isinstance(source, Page) else type(source)
        name, _dot, block_type = self.path.partition(".")
        field = model._meta.get_field(name)
        label = capfirst(str(getattr(field, "verbose_name", field.name)))
        if isinstance(field, StreamField) and block_type in field.stream_block.child_blocks:
            return f"{label} → {capfirst(str(field.stream_block.child_blocks[block_type].label))}"
        return label


# Page templates.


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
