"""The form with which images are uploaded."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

#: Wagtail's messages, extended by what to do.
MESSAGES = {
    "invalid_image_extension": _(
        "Images can be AVIF, GIF, JPEG, PNG or WebP files. Save this one as PNG (drawings, logos) "
        "or JPEG (photos) and choose it again."
    ),
    "invalid_image": _(
        "This file is no image, or it is damaged. Open it in an image program, save it as JPEG or "
        "PNG and choose it again."
    ),
    "invalid_image_known_format": _(
        "The file is named .%(extension)s but holds something else. "
        "Open it in an image program, save it as JPEG or PNG and choose it again."
    ),
    "file_too_large": _(
        "The image has %(file_size)s, at most %(max_filesize)s are allowed. "
        "Save it 2,500 pixels wide as JPEG and choose it again."
    ),
    "file_too_large_unknown_size": _(
        "The image is too big. Save it 2,500 pixels wide as JPEG and choose it again."
    ),
    "file_too_many_pixels": _(
        "The image has too many pixels. Save it at most 6,000 pixels wide and 6,000 pixels high "
        "and choose it again."
    ),
}


class ImageField(WagtailImageField):
    """Refuses a file that breaks off, at which Wagtail's field fails."""

    def to_python(self, data):
        try:
            return super().to_python(data)
        except (OSError, SyntaxError) as error:  # of Pillow, which reads the whole picture
            message = self.error_messages["invalid_image"]
            raise ValidationError(message, code="invalid_image") from error


class ImageForm(BaseImageForm):
    """Wagtail's form, which says what to do with a file that it refuses."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            stock = self.fields["file"]
            self.fields["file"] = ImageField(
                label=stock.label, required=stock.required, widget=stock.widget
            )
            self.fields["file"].error_messages |= MESSAGES
