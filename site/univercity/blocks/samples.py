"""Images and documents for previews of blocks, so that editors see them as they will look."""

from wagtail.documents import get_document_model
from wagtail.images import get_image_model


def sample_image():
    """Return an image of the library with its alt text, or ``None`` in an empty library."""
    image = get_image_model().objects.order_by("pk").first()
    if image:
        image.contextual_alt_text, image.decorative = image.default_alt_text, False
    return image


def sample_document(filename, **fields):
    """Return a document that is not in the library."""
    fields = {"title": "Programm des Abends", "file_size": 1_340_000, **fields}
    return get_document_model()(pk=0, collection_id=1, file=f"documents/{filename}", **fields)
