"""Choosers that read what they show together, and whose API value is ready to use."""

from django.core.exceptions import ValidationError
from django.db.models import prefetch_related_objects
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock as WagtailDocumentChooserBlock
from wagtail.images import blocks as image_blocks
from wagtail.snippets import blocks as snippet_blocks

from univercity.api.shapes import (
    ChosenPage,
    DocumentShape,
    ImageShape,
    chosen_page_shape,
    document_shape,
    image_shape,
)
from univercity.editor_links import EditorPages
from univercity.links import LocalizedPages, card_queryset
from univercity.snippets import LocalizedSnippets


class PageChooserBlock(blocks.PageChooserBlock):
    """A page, shown in the reader's language."""

    def bulk_to_python(self, values):
        shared = LocalizedPages(values, card_queryset(self.model_class))
        editor_pages = EditorPages(values)
        pages = super().bulk_to_python(values)
        for page in filter(None, pages):
            page.localized_pages = shared
            page.editor_pages = editor_pages
        return pages

    def get_form_state(self, value):
        if hasattr(value, "editor_pages"):
            value = value.editor_pages.get(value.pk)
        return super().get_form_state(value)

    def get_api_representation(self, value, context=None) -> ChosenPage | None:
        return chosen_page_shape(value)


class SnippetChooserBlock(snippet_blocks.SnippetChooserBlock):
    """A snippet, shown in the reader's language."""

    lookup_class = LocalizedSnippets

    def bulk_to_python(self, values):
        snippets = super().bulk_to_python(values)
        shared = self.lookup_class(filter(None, snippets))
        for snippet in filter(None, snippets):
            snippet.localized_snippets = shared
        return snippets


class ImageBlock(image_blocks.ImageBlock):
    """An image with alt text for this place, or marked as decorative."""

    def bulk_to_python(self, values):
        images = super().bulk_to_python(values)
        prefetch_related_objects([image for image in images if image], "renditions")
        return images

    def clean(self, value):
        if value and value.always_decorative and not value.contextual_alt_text:
            value.decorative = True
        return super().clean(value)

    def get_api_representation(self, value, context=None) -> ImageShape | None:
        if not value:
            return None
        return image_shape(value, value.contextual_alt_text, [self.meta.rendition_set])

    class Meta:
        rendition_set = "inline"


class ImageChooserBlock(image_blocks.ImageChooserBlock):
    """An image that is not read out, because what it belongs to is named."""

    def bulk_to_python(self, values):
        images = super().bulk_to_python(values)
        prefetch_related_objects([image for image in images if image], "renditions")
        return images

    def get_api_representation(self, value, context=None) -> ImageShape | None:
        return image_shape(value, "", [self.meta.rendition_set]) if value else None

    class Meta:
        rendition_set = "inline"


class DocumentChooserBlock(WagtailDocumentChooserBlock):
    """A document, of certain kinds of files only if ``extensions`` names them."""

    def clean(self, value):
        document = super().clean(value)
        if document and self.meta.extensions and document.extension not in self.meta.extensions:
            message = _("Choose a file that ends with %(extensions)s, not with .%(found)s.")
            extensions = ", ".join(f".{extension}" for extension in self.meta.extensions)
            raise ValidationError(message % {"extensions": extensions, "found": document.extension})
        return document

    def get_api_representation(self, value, context=None) -> DocumentShape | None:
        return document_shape(value) if value else None

    class Meta:
        extensions = ()
