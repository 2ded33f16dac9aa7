"""Choosers that read what they show together, and whose API value is ready to use."""

from django.db.models import prefetch_related_objects
from wagtail import blocks
from wagtail.images import blocks as image_blocks

from univercity.api.shapes import image_shape, page_link_shape
from univercity.links import LocalizedPages, card_queryset, localized


class PageChooserBlock(blocks.PageChooserBlock):
    """A page, shown in the reader's language."""

    def bulk_to_python(self, values):
        shared = LocalizedPages(values, card_queryset(self.model_class))
        pages = super().bulk_to_python(values)
        for page in filter(None, pages):
            page.localized_pages = shared
        return pages

    def get_api_representation(self, value, context=None):
        target = value and localized(value)
        return page_link_shape(target) if target else None


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

    def get_api_representation(self, value, context=None):
        if not value:
            return None
        return image_shape(value, value.contextual_alt_text, [self.meta.rendition_set])

    class Meta:
        rendition_set = "inline"
