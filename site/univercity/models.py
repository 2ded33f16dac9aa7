"""Users, images, documents and what else every page shares: settings, persons, content."""

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager
from wagtail.api import APIField
from wagtail.images.models import AbstractImage, AbstractRendition, get_upload_to

from univercity.answer_cache.models import PendingPurge
from univercity.api.access.models import TokenScope
from univercity.changes.models import Change, ChangeLogHead, PendingChange
from univercity.changes.webhooks.models import (
    WebhookAttempt,
    WebhookDelivery,
    WebhookEvent,
    WebhookSubscriber,
)
from univercity.content_checks.models import ContentCheck
from univercity.documents import Document
from univercity.frontend_preview.models import Frontend, PreviewToken
from univercity.image_files import BareImageField
from univercity.link_check.models import ExternalLink, LinkUse
from univercity.page_templates.models import PageTemplate
from univercity.people import Person
from univercity.schedule.models import Job
from univercity.shared_content import SharedContent
from univercity.site_settings import SiteSettings

__all__ = [
    "Change",
    "ChangeLogHead",
    "ContentCheck",
    "Document",
    "ExternalLink",
    "Frontend",
    "Image",
    "Job",
    "LinkUse",
    "PageTemplate",
    "PendingChange",
    "PendingPurge",
    "Person",
    "PreviewToken",
    "Rendition",
    "SharedContent",
    "SiteSettings",
    "TokenScope",
    "User",
    "WebhookAttempt",
    "WebhookDelivery",
    "WebhookEvent",
    "WebhookSubscriber",
]


class User(AbstractUser):
    """An account of the admin."""

    is_demo = models.BooleanField(
        _("demo account"),
        default=False,
        editable=False,
        help_text=_("Refused outside development, because its password is public."),
    )

    @classmethod
    def from_db(cls, db, field_names, values):
        """Read an account; outside development those of the demo are inactive.

        So they are refused by password, in their sessions and with their API tokens alike.
        """
        user = super().from_db(db, field_names, values)
        if "is_demo" in field_names and user.is_demo and not settings.DEBUG:
            user.is_active = False
        return user


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
