"""Images with what the law and assistive technology ask for, and their renditions."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager
from wagtail.api import APIField
from wagtail.images.models import AbstractImage, AbstractRendition, get_upload_to

from univercity.content.media.image_files import BareImageField


class Image(AbstractImage):
    """An image with what the law and assistive technology ask for: credit, licence, alt text."""

    class Licence(models.TextChoices):
        ALL_RIGHTS_RESERVED = "all-rights-reserved", _("All rights reserved, used with permission")
        CC0 = "cc0", _("CC0: no rights reserved")
        CC_BY = "cc-by", _("CC BY 4.0: credit the author")
        CC_BY_SA = "cc-by-sa", _("CC BY-SA 4.0: credit the author, share alike")
        OWN = "own", _("Own work of the network")

    file = BareImageField(
        _("file"), upload_to=get_upload_to, width_field="width", height_field="height"
    )
    description = models.CharField(
        _("alt text (German)"),
        max_length=255,
        blank=True,
        help_text=_(
            "What the image shows, suggested wherever it is used, "
            "for example: Studierende sitzen auf der Treppe vor dem Audimax"
        ),
    )
    credit = models.CharField(
        _("credit line"),
        max_length=255,
        blank=True,
        help_text=_("Shown beside the image, for example: © Stadt Bochum, Lutz Leitmann"),
    )
    licence = models.CharField(
        _("licence"),
        max_length=32,
        choices=Licence.choices,
        default=Licence.ALL_RIGHTS_RESERVED,
        help_text=_("What the author allows, for example: CC BY 4.0"),
    )
    # Not "decorative": Wagtail's image block sets an attribute of that name on each image it shows.
    always_decorative = models.BooleanField(
        _("always decorative"),
        default=False,
        help_text=_(
            "The image carries no information (for example: a pattern); "
            "screen readers pass over it."
        ),
    )

    # The stock model of the same name claims the default reverse accessors.
    tags = TaggableManager(
        verbose_name=_("tags"),
        blank=True,
        related_name="univercity_images",
        help_text=_("To find it again, separated by commas, for example: Campus, Sommer"),
    )
    uploaded_by_user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("uploaded by"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="univercity_images",
    )

    admin_form_fields = (
        "title",
        "file",
        "description",
        "always_decorative",
        "credit",
        "licence",
        "collection",
        "tags",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )

    api_fields = [
        APIField("description"),
        APIField("always_decorative"),
        APIField("credit"),
        APIField("licence"),
    ]

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")
        permissions = [("choose_image", "Can choose image")]

    def clean(self):
        super().clean()
        if not self.always_decorative and not self.description.strip():
            raise ValidationError(
                {
                    "description": _(
                        "Describe in German what the image shows, for people who cannot see it, "
                        "or mark it as always decorative."
                    )
                }
            )

    @property
    def default_alt_text(self):
        """The German alt text that an editor finds filled in where the image is used."""
        return "" if self.always_decorative else self.description


class Rendition(AbstractRendition):
    """A scaled copy of an image."""

    image = models.ForeignKey(Image, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"], name="unique_rendition"
            )
        ]


# Alt texts beside the images of pages and snippets.


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
