"""Alt texts beside the images of pages and snippets."""

from django.conf import settings


class ImagesWithAlt:
    """For models whose image fields each have an alt text in a field ``<name>_alt``."""

    #: Names of the fields that hold an image.
    images_with_alt: list[str] = []

    def clean(self):
        super().clean()
        if self.locale.language_code == settings.LANGUAGE_CODE:  # as is the library's alt text
            for name in self.images_with_alt:
                self._fill_alt_text(name)

    def _fill_alt_text(self, name):
        """Take the alt text from the image if it is empty, or that of an image since replaced."""
        image, alt_text = getattr(self, name), getattr(self, f"{name}_alt")
        if image and (not alt_text or self._belongs_to_replaced_image(name, alt_text)):
            setattr(self, f"{name}_alt", image.default_alt_text)

    def _belongs_to_replaced_image(self, name, alt_text):
        """Return whether ``alt_text`` is what the image that was here before brought along."""
        before = self.latest_revision_id and getattr(self.get_latest_revision_as_object(), name)
        return before and before != getattr(self, name) and alt_text == before.default_alt_text
