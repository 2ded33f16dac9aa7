"""Content that is kept once and shown on many pages ("Baustein")."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import (
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
    TranslatableMixin,
    WorkflowMixin,
)
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from univercity.content.blocks import SharedStoryBlock
from univercity.content.previews import SnippetPreview


class SharedContent(
    SnippetPreview,
    WorkflowMixin,
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
    TranslatableMixin,
    index.Indexed,
    models.Model,
):
    """Blocks that are edited once and used on many pages."""

    name = models.CharField(
        pgettext_lazy("of shared content", "name"),
        max_length=120,
        help_text=_("Only editors read it, for example: So erreichen Sie uns"),
    )
    body = StreamField(
        SharedStoryBlock(),
        verbose_name=_("content"),
        help_text=_("What all its pages show, for example a heading and a contact"),
    )

    #: Text of the page around it, which is in one language.
    shown_in_other_languages = False
    override_translatable_fields = [SynchronizedField("name")]
    preview_template = "content/shared_content.html"
    panels = [FieldPanel("name"), FieldPanel("body")]
    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.SearchField("body"),
        index.FilterField("locale"),
        index.FilterField("live"),
    ]

    class Meta(TranslatableMixin.Meta):
        verbose_name = pgettext_lazy("snippet", "shared content")
        verbose_name_plural = pgettext_lazy("snippet", "shared contents")
        ordering = ["name"]

    def __str__(self):
        return self.name
