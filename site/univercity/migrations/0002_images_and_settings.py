import django.core.validators
import django.db.models.deletion
import modelsearch.index
import taggit.managers
import uuid
import wagtail.fields
import wagtail.images.models
import wagtail.models.media
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("univercity", "0001_user"),
        ("taggit", "0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [
        migrations.CreateModel(
            name="Image",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=255, verbose_name="title")),
                (
                    "file",
                    wagtail.images.models.WagtailImageField(
                        height_field="height",
                        upload_to=wagtail.images.models.get_upload_to,
                        verbose_name="file",
                        width_field="width",
                    ),
                ),
                ("width", models.IntegerField(editable=False, verbose_name="width")),
                ("height", models.IntegerField(editable=False, verbose_name="height")),
                (
                    "created_at",
                    models.DateTimeField(
                        auto_now_add=True, db_index=True, verbose_name="created at"
                    ),
                ),
                ("focal_point_x", models.PositiveIntegerField(blank=True, null=True)),
                ("focal_point_y", models.PositiveIntegerField(blank=True, null=True)),
                ("focal_point_width", models.PositiveIntegerField(blank=True, null=True)),
                ("focal_point_height", models.PositiveIntegerField(blank=True, null=True)),
                ("file_size", models.PositiveIntegerField(editable=False, null=True)),
                (
                    "file_hash",
                    models.CharField(blank=True, db_index=True, editable=False, max_length=40),
                ),
                (
                    "description",
                    models.CharField(
                        blank=True,
                        help_text="What the image shows, suggested wherever it is used, for example: Studierende sitzen auf der Treppe vor dem Audimax",
                        max_length=255,
                        verbose_name="alt text (German)",
                    ),
                ),
                (
                    "credit",
                    models.CharField(
                        blank=True,
                        help_text="Shown beside the image, for example: © Stadt Bochum, Lutz Leitmann",
                        max_length=255,
                        verbose_name="credit line",
                    ),
                ),
                (
                    "licence",
                    models.CharField(
                        choices=[
                            ("all-rights-reserved", "All rights reserved, used with permission"),
                            ("cc0", "CC0: no rights reserved"),
                            ("cc-by", "CC BY 4.0: credit the author"),
                            ("cc-by-sa", "CC BY-SA 4.0: credit the author, share alike"),
                            ("own", "Own work of the network"),
                        ],
                        default="all-rights-reserved",
                        help_text="What the author allows, for example: CC BY 4.0",
                        max_length=32,
                        verbose_name="licence",
                    ),
                ),
                (
                    "always_decorative",
                    models.BooleanField(
                        default=False,
                        help_text="The image carries no information (for example: a pattern); screen readers pass over it.",
                        verbose_name="always decorative",
                    ),
                ),
                (
                    "collection",
                    models.ForeignKey(
                        default=wagtail.models.media.get_root_collection_id,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="wagtailcore.collection",
                        verbose_name="collection",
                    ),
                ),
                (
                    "tags",
                    taggit.managers.TaggableManager(
                        blank=True,
                        help_text="To find it again, separated by commas, for example: Campus, Sommer",
                        through="taggit.TaggedItem",
                        to="taggit.Tag",
                        verbose_name="tags",
                    ),
                ),
                (
                    "uploaded_by_user",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="univercity_images",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="uploaded by",
                    ),
                ),
            ],
            options={
                "verbose_name": "image",
                "verbose_name_plural": "images",
                "permissions": [("choose_image", "Can choose image")],
                "abstract": False,
            },
            bases=(wagtail.images.models.ImageFileMixin, modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name="Rendition",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("filter_spec", models.CharField(db_index=True, max_length=255)),
                (
                    "file",
                    wagtail.images.models.WagtailImageField(
                        height_field="height",
                        storage=wagtail.images.models.get_rendition_storage,
                        upload_to=wagtail.images.models.get_rendition_upload_to,
                        width_field="width",
                    ),
                ),
                ("width", models.IntegerField(editable=False)),
                ("height", models.IntegerField(editable=False)),
                (
                    "focal_point_key",
                    models.CharField(blank=True, default="", editable=False, max_length=16),
                ),
                (
                    "image",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="renditions",
                        to="univercity.image",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("image", "filter_spec", "focal_point_key"), name="unique_rendition"
                    )
                ],
            },
            bases=(wagtail.images.models.ImageFileMixin, models.Model),
        ),
        migrations.CreateModel(
            name="SiteSettings",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("translation_key", models.UUIDField(default=uuid.uuid4, editable=False)),
                (
                    "street",
                    models.CharField(
                        blank=True,
                        help_text="For example: Willy-Brandt-Platz 2-6",
                        max_length=120,
                        verbose_name="street and number",
                    ),
                ),
                (
                    "postcode",
                    models.CharField(
                        blank=True,
                        help_text="For example: 44777",
                        max_length=10,
                        verbose_name="postcode",
                    ),
                ),
                (
                    "city",
                    models.CharField(
                        blank=True,
                        help_text="For example: Bochum",
                        max_length=80,
                        verbose_name="town",
                    ),
                ),
                (
                    "latitude",
                    models.DecimalField(
                        blank=True,
                        decimal_places=5,
                        help_text="Degrees north, for example: 51.48165",
                        max_digits=8,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(-90),
                            django.core.validators.MaxValueValidator(90),
                        ],
                        verbose_name="latitude",
                    ),
                ),
                (
                    "longitude",
                    models.DecimalField(
                        blank=True,
                        decimal_places=5,
                        help_text="Degrees east, for example: 7.21648",
                        max_digits=8,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(-180),
                            django.core.validators.MaxValueValidator(180),
                        ],
                        verbose_name="longitude",
                    ),
                ),
                (
                    "navigation",
                    wagtail.fields.StreamField(
                        [("link", 3)],
                        blank=True,
                        block_lookup={
                            0: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "Tells where the link leads; empty: the page's title. For example: Zum Leitbild",
                                    "label": "Link text",
                                    "max_length": 80,
                                    "required": False,
                                },
                            ),
                            1: (
                                "univercity.blocks.choosers.PageChooserBlock",
                                (),
                                {
                                    "help_text": "Leads to a page of this site, for example: Leitbild",
                                    "label": "Page",
                                    "required": False,
                                },
                            ),
                            2: (
                                "wagtail.blocks.URLBlock",
                                (),
                                {
                                    "help_text": "Or leads to another site, for example: https://www.bochum.de",
                                    "label": "Other address",
                                    "required": False,
                                },
                            ),
                            3: (
                                "wagtail.blocks.StructBlock",
                                [[("label", 0), ("page", 1), ("url", 2)]],
                                {},
                            ),
                        },
                        help_text="Up to seven links at the top of each page, for example: Leitbild",
                        verbose_name="main navigation",
                    ),
                ),
                (
                    "footer_links",
                    wagtail.fields.StreamField(
                        [("link", 3)],
                        blank=True,
                        block_lookup={
                            0: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "Tells where the link leads; empty: the page's title. For example: Zum Leitbild",
                                    "label": "Link text",
                                    "max_length": 80,
                                    "required": False,
                                },
                            ),
                            1: (
                                "univercity.blocks.choosers.PageChooserBlock",
                                (),
                                {
                                    "help_text": "Leads to a page of this site, for example: Leitbild",
                                    "label": "Page",
                                    "required": False,
                                },
                            ),
                            2: (
                                "wagtail.blocks.URLBlock",
                                (),
                                {
                                    "help_text": "Or leads to another site, for example: https://www.bochum.de",
                                    "label": "Other address",
                                    "required": False,
                                },
                            ),
                            3: (
                                "wagtail.blocks.StructBlock",
                                [[("label", 0), ("page", 1), ("url", 2)]],
                                {},
                            ),
                        },
                        help_text="Links at the foot of each page, for example: Impressum",
                        verbose_name="footer links",
                    ),
                ),
                (
                    "social_profiles",
                    wagtail.fields.StreamField(
                        [("profile", 2)],
                        blank=True,
                        block_lookup={
                            0: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": [
                                        ("instagram", "Instagram"),
                                        ("mastodon", "Mastodon"),
                                        ("linkedin", "LinkedIn"),
                                        ("youtube", "YouTube"),
                                        ("bluesky", "Bluesky"),
                                        ("facebook", "Facebook"),
                                    ],
                                    "help_text": "For example: Instagram",
                                    "label": "Network",
                                },
                            ),
                            1: (
                                "wagtail.blocks.URLBlock",
                                (),
                                {
                                    "help_text": "For example: https://www.instagram.com/univercitybochum/",
                                    "label": "Address of the profile",
                                },
                            ),
                            2: ("wagtail.blocks.StructBlock", [[("platform", 0), ("url", 1)]], {}),
                        },
                        help_text="Profiles of the network, Instagram first",
                        verbose_name="social media",
                    ),
                ),
                (
                    "organisation",
                    models.CharField(
                        help_text="Who runs the site, for example: UniverCity Bochum e. V.",
                        max_length=120,
                        verbose_name="organisation",
                    ),
                ),
                (
                    "email",
                    models.EmailField(
                        blank=True,
                        help_text="For example: kontakt@univercity-bochum.de",
                        max_length=254,
                        verbose_name="e-mail",
                    ),
                ),
                (
                    "phone",
                    models.CharField(
                        blank=True,
                        help_text="For example: +49 234 123456",
                        max_length=40,
                        verbose_name="telephone",
                    ),
                ),
                (
                    "locale",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="wagtailcore.locale",
                        verbose_name="locale",
                    ),
                ),
                (
                    "site",
                    models.ForeignKey(
                        help_text="The site these settings belong to, for example: univercity-bochum.de",
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="settings",
                        to="wagtailcore.site",
                        verbose_name="site",
                    ),
                ),
            ],
            options={
                "verbose_name": "site settings",
                "verbose_name_plural": "site settings",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("site", "locale"), name="one_settings_per_language"
                    )
                ],
                "unique_together": {("translation_key", "locale")},
            },
        ),
    ]
