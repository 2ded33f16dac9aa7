"""Choosers that read what they show together, and whose API value is ready to use."""

from copy import copy

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents import get_document_model
from wagtail.documents.blocks import DocumentChooserBlock as WagtailDocumentChooserBlock
from wagtail.images import blocks as image_blocks
from wagtail.images import get_image_model
from wagtail.snippets import blocks as snippet_blocks

from univercity.content.links.editor_links import EditorPages
from univercity.content.links.localized import LocalizedPages
from univercity.content.reading.shelf import shelf_of_answer
from univercity.content.representations.shapes import (
    ChosenPage,
    DocumentShape,
    ImageShape,
    chosen_page_shape,
    document_shape,
    image_shape,
)


def read_chosen(model, ids):
    """Return what was chosen, with everything it shows; ``None`` for nothing or what is gone."""
    ids = list(ids)
    chosen = [pk for pk in ids if pk]
    found = dict(zip(chosen, shelf_of_answer().get(model, chosen), strict=True))
    return [found.get(pk) for pk in ids]


class PageChooserBlock(blocks.PageChooserBlock):
    """A page, shown in the reader's language."""

    def bulk_to_python(self, values):
        shared = LocalizedPages(values, self.model_class)
        editor_pages = EditorPages(values)
        pages = [copy(shared.chosen(page_id)) for page_id in values]
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

    def bulk_to_python(self, values):
        found = read_chosen(self.model_class, values)
        snippets = [versions and copy(versions.chosen) for versions in found]
        for snippet, versions in zip(snippets, found, strict=True):
            if snippet:
                snippet.versions = versions
        return snippets


class ImageBlock(image_blocks.ImageBlock):
    """An image with alt text for this place, or marked as decorative."""

    def bulk_to_python(self, values):
        stored = [value if isinstance(value, dict) else {"image": value} for value in values]
        images = read_chosen(get_image_model(), [value.get("image") for value in stored])
        texts = [
            value.get("alt_text")
            or (image.default_alt_text if image and "alt_text" not in value else "")
            for value, image in zip(stored, images, strict=True)
        ]
        return [
            self._struct_value_to_image(
                {
                    "image": copy(image),
                    "decorative": value.get("decorative", False),
                    "alt_text": text,
                }
            )
            for value, image, text in zip(stored, images, texts, strict=True)
        ]

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
        return [copy(image) for image in read_chosen(get_image_model(), values)]

    def get_api_representation(self, value, context=None) -> ImageShape | None:
        return image_shape(value, "", [self.meta.rendition_set]) if value else None

    class Meta:
        rendition_set = "inline"


class DocumentChooserBlock(WagtailDocumentChooserBlock):
    """A document, of certain kinds of files only if ``extensions`` names them."""

    def bulk_to_python(self, values):
        return [copy(document) for document in read_chosen(get_document_model(), values)]

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
