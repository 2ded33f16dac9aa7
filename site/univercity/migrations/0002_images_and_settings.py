import django.contrib.auth.models
import django.contrib.auth.validators
import django.core.serializers.json
import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import modelsearch.index
import taggit.managers
import univercity.alt_texts
import univercity.answer_cache.models
import univercity.changes.webhooks.models
import univercity.frontend_preview.models
import univercity.image_files
import univercity.previews
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
        ("contenttypes", "0002_remove_content_type_name"),
        ("taggit", "0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx"),
        ("wagtailcore", "0098_apitoken"),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Change",
            fields=[
                (
                    "position",
                    models.BigIntegerField(
                        primary_key=True, serialize=False, verbose_name="position"
                    ),
                ),
                ("time", models.DateTimeField(db_index=True, verbose_name="time")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("published", "Published"),
                            ("changed", "Changed"),
                            ("unpublished", "Taken offline"),
                            ("deleted", "Deleted"),
                        ],
                        max_length=16,
                        verbose_name="kind",
                    ),
                ),
                ("page_id", models.BigIntegerField(null=True, verbose_name="page")),
                (
                    "page_type",
                    models.CharField(blank=True, max_length=100, verbose_name="page type"),
                ),
                ("language", models.CharField(blank=True, max_length=16, verbose_name="language")),
                ("url", models.TextField(verbose_name="address")),
                ("keys", models.JSONField(default=list, verbose_name="keys of what changed")),
            ],
            options={
                "verbose_name": "change",
                "verbose_name_plural": "changes",
                "ordering": ["position"],
            },
        ),
        migrations.CreateModel(
            name="ChangeLogHead",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.BigIntegerField(default=0, verbose_name="last position")),
                (
                    "pruned_to",
                    models.BigIntegerField(
                        default=0, verbose_name="last position that was removed"
                    ),
                ),
            ],
            options={
                "verbose_name": "head of the change log",
                "verbose_name_plural": "heads of the change log",
            },
        ),
        migrations.CreateModel(
            name="ExternalLink",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("url", models.CharField(max_length=2000, unique=True, verbose_name="address")),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "not checked yet"),
                            ("works", "works"),
                            ("unclear", "answers, but not to automatic checks"),
                            ("not-found", "The page does not exist any more."),
                            ("refused", "The other site refuses the request."),
                            ("server-error", "The other site reports an error of its own."),
                            ("unknown-host", "There is no site of this name."),
                            ("no-connection", "The other site cannot be reached."),
                            ("timeout", "The other site does not answer in time."),
                            (
                                "certificate",
                                "The other site cannot prove its identity (certificate).",
                            ),
                            ("redirects", "The other site redirects without end."),
                            (
                                "private",
                                "The address lies in a private network that visitors cannot reach.",
                            ),
                            ("invalid", "This is no valid address."),
                        ],
                        max_length=20,
                        verbose_name="result",
                    ),
                ),
                (
                    "status_code",
                    models.PositiveSmallIntegerField(null=True, verbose_name="HTTP status"),
                ),
                (
                    "moved_to",
                    models.CharField(blank=True, max_length=2000, verbose_name="new address"),
                ),
                ("checked_at", models.DateTimeField(null=True, verbose_name="checked at")),
                ("first_failed_at", models.DateTimeField(null=True, verbose_name="broken since")),
                (
                    "next_check_at",
                    models.DateTimeField(
                        db_index=True, default=django.utils.timezone.now, verbose_name="next check"
                    ),
                ),
            ],
            options={
                "verbose_name": "external link",
                "verbose_name_plural": "external links",
            },
        ),
        migrations.CreateModel(
            name="Job",
            fields=[
                (
                    "name",
                    models.CharField(
                        max_length=60, primary_key=True, serialize=False, verbose_name="name"
                    ),
                ),
                ("started_at", models.DateTimeField(null=True, verbose_name="at work since")),
                ("token", models.UUIDField(null=True, verbose_name="token of the run")),
                ("finished_at", models.DateTimeField(null=True, verbose_name="last done")),
            ],
            options={
                "verbose_name": "scheduled job",
                "verbose_name_plural": "scheduled jobs",
            },
        ),
        migrations.CreateModel(
            name="PendingPurge",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("keys", models.JSONField(verbose_name="surrogate keys")),
                ("urls", models.JSONField(verbose_name="addresses")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created at")),
                ("attempts", models.PositiveIntegerField(default=0, verbose_name="attempts")),
                (
                    "next_attempt_at",
                    models.DateTimeField(
                        db_index=True,
                        default=univercity.answer_cache.models.after_head_start,
                        verbose_name="next attempt",
                    ),
                ),
            ],
            options={
                "verbose_name": "purge of caches",
                "verbose_name_plural": "purges of caches",
            },
        ),
        migrations.CreateModel(
            name="WebhookDelivery",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Waiting"),
                            ("delivered", "Delivered"),
                            ("dropped", "Given up"),
                        ],
                        default="waiting",
                        max_length=16,
                        verbose_name="state",
                    ),
                ),
                (
                    "planned_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="planned at"
                    ),
                ),
                (
                    "failures",
                    models.PositiveIntegerField(default=0, verbose_name="failed attempts"),
                ),
                (
                    "next_attempt_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="next attempt"
                    ),
                ),
            ],
            options={
                "verbose_name": "webhook delivery",
                "verbose_name_plural": "webhook deliveries",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="WebhookEvent",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "uuid",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, unique=True, verbose_name="event id"
                    ),
                ),
                ("type", models.CharField(max_length=40, verbose_name="type")),
                (
                    "time",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="time"),
                ),
                ("data", models.JSONField(verbose_name="content")),
            ],
            options={
                "verbose_name": "webhook event",
                "verbose_name_plural": "webhook events",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="WebhookSubscriber",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        help_text="Who listens, for example: Website der Hochschule",
                        max_length=80,
                        verbose_name="name",
                    ),
                ),
                (
                    "url",
                    models.URLField(
                        help_text="Where events are sent, for example: https://www.partner.example/webhooks",
                        max_length=500,
                        verbose_name="address",
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        blank=True,
                        choices=univercity.changes.webhooks.models.content_languages,
                        help_text="Only changes of pages in this language; empty: in all languages",
                        max_length=16,
                        verbose_name="language",
                    ),
                ),
                (
                    "active",
                    models.BooleanField(
                        default=True,
                        help_text="Untick it to send nothing for a while",
                        verbose_name="active",
                    ),
                ),
                (
                    "nonce",
                    models.CharField(
                        default=univercity.changes.webhooks.models.new_nonce,
                        editable=False,
                        max_length=32,
                    ),
                ),
                ("former_nonce", models.CharField(blank=True, editable=False, max_length=32)),
                ("former_until", models.DateTimeField(editable=False, null=True)),
            ],
            options={
                "verbose_name": "webhook",
                "verbose_name_plural": "webhooks",
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            name="ContentCheck",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("checked_at", models.DateTimeField(auto_now=True, verbose_name="checked")),
                ("words", models.PositiveIntegerField(verbose_name="words")),
                ("reading_ease", models.FloatField(null=True, verbose_name="readability")),
                ("findings", models.JSONField(default=list, verbose_name="findings")),
                ("counts", models.JSONField(default=dict)),
                ("total", models.PositiveIntegerField(verbose_name="findings")),
                (
                    "page",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="content_check",
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                (
                    "revision",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="wagtailcore.revision",
                    ),
                ),
            ],
            options={
                "verbose_name": "content check",
                "verbose_name_plural": "content checks",
            },
        ),
        migrations.CreateModel(
            name="Document",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=255, verbose_name="title")),
                ("file", models.FileField(upload_to="documents", verbose_name="file")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created at")),
                ("file_size", models.PositiveBigIntegerField(editable=False, null=True)),
                ("file_hash", models.CharField(blank=True, editable=False, max_length=40)),
                (
                    "description",
                    models.CharField(
                        blank=True,
                        help_text="What is in it, for example: Alle Orte und Zeiten auf zwei Seiten",
                        max_length=250,
                        verbose_name="description",
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        choices=[
                            ("de", "German"),
                            ("de-simple", "German in easy language"),
                            ("en", "English"),
                            ("gsg", "German Sign Language"),
                            ("und", "another language"),
                            ("mul", "several languages"),
                            ("zxx", "without text"),
                        ],
                        default="de",
                        help_text="Of its text, or spoken in it, for example: Deutsch; it stands beside the link to the file",
                        max_length=16,
                        verbose_name="language",
                    ),
                ),
                (
                    "accessibility",
                    models.CharField(
                        choices=[
                            ("yes", "accessible"),
                            ("no", "not accessible"),
                            ("unknown", "not checked"),
                        ],
                        default="unknown",
                        help_text="“Accessible” only after a check, for example of a PDF with PAC; the result stands beside the link to the file, but “not checked” does not.",
                        max_length=16,
                        verbose_name="accessibility",
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
                        help_text="To find it again, separated by commas, for example: Programm, Sommer",
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
                        related_name="univercity_documents",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="uploaded by",
                    ),
                ),
            ],
            options={
                "verbose_name": "document",
                "verbose_name_plural": "documents",
                "permissions": [("choose_document", "Can choose document")],
                "abstract": False,
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name="Frontend",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        help_text="As editors know it, for example: Campus-App",
                        max_length=60,
                        verbose_name="name",
                    ),
                ),
                (
                    "address",
                    models.CharField(
                        help_text="With {token}, and where needed {path} and {locale}, for example: https://app.example.org/preview?token={token}&path={path}&locale={locale}",
                        max_length=500,
                        validators=[univercity.frontend_preview.models.check_address],
                        verbose_name="address of the preview",
                    ),
                ),
                (
                    "site",
                    models.ForeignKey(
                        help_text="The site whose pages it shows, for example: univercity-bochum.de",
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="wagtailcore.site",
                        verbose_name="site",
                    ),
                ),
            ],
            options={
                "verbose_name": "frontend",
                "verbose_name_plural": "frontends",
                "ordering": ["name", "pk"],
            },
        ),
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
                    "file",
                    univercity.image_files.BareImageField(
                        height_field="height",
                        upload_to=wagtail.images.models.get_upload_to,
                        verbose_name="file",
                        width_field="width",
                    ),
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
            name="PageTemplate",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                (
                    "name",
                    models.CharField(
                        help_text="What editors get, for example: Neue Vortragsreihe",
                        max_length=80,
                        verbose_name="name",
                    ),
                ),
                (
                    "description",
                    models.TextField(
                        help_text="What it is for and what is prepared, for example: Reihe mit Programmtext; Termine und Ort ergänzen Sie.",
                        max_length=300,
                        verbose_name="description",
                    ),
                ),
                (
                    "page",
                    models.OneToOneField(
                        help_text="A German draft that is never published, for example: Vorlage Vortragsreihe",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="page_template",
                        to=settings.WAGTAIL_PAGE_MODEL,
                        verbose_name="prepared page",
                    ),
                ),
            ],
            options={
                "verbose_name": "page template",
                "verbose_name_plural": "page templates",
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PendingChange",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("batch", models.UUIDField(default=uuid.uuid4, verbose_name="transaction")),
                ("touched_at", models.DateTimeField(auto_now_add=True, verbose_name="touched at")),
                ("model", models.CharField(max_length=100, verbose_name="model")),
                ("object_id", models.CharField(max_length=64, verbose_name="object id")),
                (
                    "before",
                    models.JSONField(
                        encoder=django.core.serializers.json.DjangoJSONEncoder,
                        null=True,
                        verbose_name="before",
                    ),
                ),
            ],
            options={
                "verbose_name": "pending change",
                "verbose_name_plural": "pending changes",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("batch", "model", "object_id"), name="touched_once_in_a_transaction"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="TokenScope",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("locales", models.JSONField(blank=True, default=list, verbose_name="languages")),
                (
                    "page_types",
                    models.JSONField(blank=True, default=list, verbose_name="page types"),
                ),
                ("subtree", models.UUIDField(blank=True, null=True, verbose_name="section")),
                ("reads_drafts", models.BooleanField(default=False, verbose_name="reads drafts")),
                ("writes", models.BooleanField(default=False, verbose_name="writes")),
                ("expires_at", models.DateTimeField(blank=True, null=True, verbose_name="expires")),
                (
                    "replaced_by",
                    models.OneToOneField(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="replaces",
                        to="wagtailcore.apitoken",
                    ),
                ),
                (
                    "token",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="scope",
                        to="wagtailcore.apitoken",
                        verbose_name="token",
                    ),
                ),
            ],
            options={
                "verbose_name": "scope of an API token",
                "verbose_name_plural": "scopes of API tokens",
            },
        ),
        migrations.CreateModel(
            name="WebhookAttempt",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "time",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="time"),
                ),
                (
                    "status_code",
                    models.PositiveSmallIntegerField(null=True, verbose_name="HTTP status"),
                ),
                ("milliseconds", models.PositiveIntegerField(verbose_name="milliseconds")),
                ("answer", models.CharField(blank=True, max_length=500, verbose_name="answer")),
                (
                    "delivery",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="attempts",
                        to="univercity.webhookdelivery",
                    ),
                ),
            ],
            options={
                "verbose_name": "webhook attempt",
                "verbose_name_plural": "webhook attempts",
                "ordering": ["pk"],
            },
        ),
        migrations.AddField(
            model_name="webhookdelivery",
            name="event",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="deliveries",
                to="univercity.webhookevent",
            ),
        ),
        migrations.AddField(
            model_name="webhookdelivery",
            name="subscriber",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="deliveries",
                to="univercity.webhooksubscriber",
            ),
        ),
        migrations.CreateModel(
            name="LinkUse",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("source_id", models.PositiveBigIntegerField()),
                ("text", models.CharField(blank=True, max_length=255, verbose_name="link text")),
                ("path", models.CharField(max_length=255, verbose_name="place")),
                (
                    "link",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="uses",
                        to="univercity.externallink",
                    ),
                ),
                (
                    "source_type",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="contenttypes.contenttype",
                    ),
                ),
            ],
            options={
                "verbose_name": "use of a link",
                "verbose_name_plural": "uses of links",
                "indexes": [
                    models.Index(fields=["source_type", "source_id"], name="link_use_source")
                ],
            },
        ),
        migrations.CreateModel(
            name="Person",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("translation_key", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("live", models.BooleanField(default=True, editable=False, verbose_name="live")),
                (
                    "has_unpublished_changes",
                    models.BooleanField(
                        default=False, editable=False, verbose_name="has unpublished changes"
                    ),
                ),
                (
                    "first_published_at",
                    models.DateTimeField(
                        blank=True, db_index=True, null=True, verbose_name="first published at"
                    ),
                ),
                (
                    "last_published_at",
                    models.DateTimeField(
                        editable=False, null=True, verbose_name="last published at"
                    ),
                ),
                (
                    "go_live_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="go live date/time"),
                ),
                (
                    "expire_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="expiry date/time"),
                ),
                (
                    "expired",
                    models.BooleanField(default=False, editable=False, verbose_name="expired"),
                ),
                (
                    "name",
                    models.CharField(
                        help_text="A person or an office, for example: Projektbüro UniverCity",
                        max_length=120,
                        verbose_name="name",
                    ),
                ),
                (
                    "pronouns",
                    models.CharField(
                        blank=True,
                        help_text="If the person wishes so, for example: sie/ihr",
                        max_length=40,
                        verbose_name="pronouns",
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        blank=True,
                        help_text="What they do for readers, for example: Ansprechperson für Partner",
                        max_length=160,
                        verbose_name="role",
                    ),
                ),
                (
                    "institution",
                    models.CharField(
                        blank=True,
                        help_text="Where they work, for example: Bochum Marketing GmbH",
                        max_length=160,
                        verbose_name="institution",
                    ),
                ),
                (
                    "image_alt",
                    models.CharField(
                        blank=True,
                        help_text="What the portrait shows; taken from the image if left empty, for example: Ada Beispiel am Schreibtisch",
                        max_length=255,
                        verbose_name="alt text of the portrait",
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
                    "office_hours",
                    models.CharField(
                        blank=True,
                        help_text="When to reach them, for example: Montag bis Donnerstag, 9 bis 15 Uhr",
                        max_length=160,
                        verbose_name="office hours",
                    ),
                ),
                (
                    "image",
                    models.ForeignKey(
                        blank=True,
                        help_text="At least 400 × 400 pixels; set the focal point on the face",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="univercity.image",
                        verbose_name="portrait",
                    ),
                ),
                (
                    "latest_revision",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="wagtailcore.revision",
                        verbose_name="latest revision",
                    ),
                ),
                (
                    "live_revision",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="wagtailcore.revision",
                        verbose_name="live revision",
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
            ],
            options={
                "verbose_name": "person",
                "verbose_name_plural": "persons",
                "ordering": ["name"],
                "abstract": False,
                "unique_together": {("translation_key", "locale")},
            },
            bases=(
                univercity.alt_texts.ImagesWithAlt,
                univercity.previews.SnippetPreview,
                modelsearch.index.Indexed,
                models.Model,
            ),
        ),
        migrations.CreateModel(
            name="PreviewToken",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("subject_id", models.PositiveBigIntegerField(null=True)),
                ("title", models.CharField(max_length=255, verbose_name="title")),
                ("state", models.JSONField(encoder=django.core.serializers.json.DjangoJSONEncoder)),
                ("slot", models.CharField(max_length=200)),
                ("nonce", models.CharField(max_length=22)),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("created_at", models.DateTimeField(verbose_name="created")),
                ("expires_at", models.DateTimeField(db_index=True, verbose_name="valid until")),
                ("last_used_at", models.DateTimeField(null=True, verbose_name="last use")),
                ("revoked_at", models.DateTimeField(null=True, verbose_name="revoked")),
                (
                    "frontend",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="univercity.frontend",
                        verbose_name="frontend",
                    ),
                ),
                (
                    "page",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.WAGTAIL_PAGE_MODEL,
                        verbose_name="page",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.WAGTAIL_PAGE_MODEL,
                        verbose_name="parent page",
                    ),
                ),
                (
                    "subject_type",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="contenttypes.contenttype",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="who",
                    ),
                ),
            ],
            options={
                "verbose_name": "preview token",
                "verbose_name_plural": "preview tokens",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("user", "slot"), name="one_preview_token_per_slot"
                    )
                ],
            },
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
            name="SharedContent",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("translation_key", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("live", models.BooleanField(default=True, editable=False, verbose_name="live")),
                (
                    "has_unpublished_changes",
                    models.BooleanField(
                        default=False, editable=False, verbose_name="has unpublished changes"
                    ),
                ),
                (
                    "first_published_at",
                    models.DateTimeField(
                        blank=True, db_index=True, null=True, verbose_name="first published at"
                    ),
                ),
                (
                    "last_published_at",
                    models.DateTimeField(
                        editable=False, null=True, verbose_name="last published at"
                    ),
                ),
                (
                    "go_live_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="go live date/time"),
                ),
                (
                    "expire_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="expiry date/time"),
                ),
                (
                    "expired",
                    models.BooleanField(default=False, editable=False, verbose_name="expired"),
                ),
                (
                    "locked",
                    models.BooleanField(default=False, editable=False, verbose_name="locked"),
                ),
                (
                    "locked_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="locked at"),
                ),
                (
                    "name",
                    models.CharField(
                        help_text="Only editors read it, for example: So erreichen Sie uns",
                        max_length=120,
                        verbose_name="name",
                    ),
                ),
                (
                    "body",
                    wagtail.fields.StreamField(
                        [
                            ("text", 0),
                            ("heading", 3),
                            ("lead", 4),
                            ("quote", 8),
                            ("notice", 12),
                            ("accordion", 18),
                            ("table", 22),
                            ("figure", 25),
                            ("gallery", 30),
                            ("image_with_text", 45),
                            ("hosted_video", 53),
                            ("video", 57),
                            ("audio", 60),
                            ("sign_language_video", 64),
                            ("downloads", 70),
                            ("instagram", 74),
                            ("key_figures", 85),
                            ("person", 89),
                            ("call_to_action", 93),
                            ("button_group", 95),
                            ("link_list", 101),
                            ("form_teaser", 107),
                            ("columns", 110),
                            ("section", 114),
                        ],
                        block_lookup={
                            0: ("univercity.blocks.text.TextBlock", (), {}),
                            1: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "Short and telling, for example: So läuft der Abend ab",
                                    "label": "Text",
                                    "max_length": 120,
                                },
                            ),
                            2: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": [("2", "Section"), ("3", "Part of a section")],
                                    "help_text": "Levels are not skipped: a part stands below a section.",
                                    "label": "Level",
                                },
                            ),
                            3: ("wagtail.blocks.StructBlock", [[("text", 1), ("level", 2)]], {}),
                            4: ("univercity.blocks.text.LeadBlock", (), {}),
                            5: (
                                "wagtail.blocks.TextBlock",
                                (),
                                {
                                    "help_text": "Without quotation marks, for example: Bochum ist eine Stadt der Neugier.",
                                    "label": "Quote",
                                    "rows": 3,
                                },
                            ),
                            6: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "Who said it, for example: Dr. Ada Beispiel",
                                    "label": "Person",
                                    "max_length": 120,
                                },
                            ),
                            7: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "What the person does, for example: Physikerin am Planetarium",
                                    "label": "Role",
                                    "max_length": 160,
                                    "required": False,
                                },
                            ),
                            8: (
                                "wagtail.blocks.StructBlock",
                                [[("text", 5), ("person", 6), ("role", 7)]],
                                {},
                            ),
                            9: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": [
                                        ("info", "Good to know"),
                                        ("warning", "Please note"),
                                        ("success", "All set"),
                                    ],
                                    "help_text": "Stands above the heading for everybody to read, for example: Please note",
                                    "label": "Kind",
                                },
                            ),
                            10: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "For example: Der Eingang liegt im Hof",
                                    "label": "Heading",
                                    "max_length": 120,
                                },
                            ),
                            11: (
                                "univercity.blocks.text.RichTextBlock",
                                (),
                                {
                                    "help_text": "A few sentences, for example: Der Haupteingang ist wegen Bauarbeiten zu.",
                                    "label": "Text",
                                },
                            ),
                            12: (
                                "wagtail.blocks.StructBlock",
                                [[("kind", 9), ("heading", 10), ("text", 11)]],
                                {},
                            ),
                            13: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "For example: Häufige Fragen",
                                    "label": "Heading",
                                    "max_length": 120,
                                    "required": False,
                                },
                            ),
                            14: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "Always visible, for example: Muss ich mich anmelden?",
                                    "label": "Question or title",
                                    "max_length": 160,
                                },
                            ),
                            15: (
                                "univercity.blocks.text.RichTextBlock",
                                (),
                                {
                                    "help_text": "Shown on opening, for example: Nein, kommen Sie einfach vorbei.",
                                    "label": "Answer",
                                },
                            ),
                            16: ("wagtail.blocks.StructBlock", [[("title", 14), ("text", 15)]], {}),
                            17: (
                                "wagtail.blocks.ListBlock",
                                (16,),
                                {
                                    "help_text": "At least one, for example: Muss ich mich anmelden?",
                                    "label": "Entries",
                                    "min_num": 1,
                                },
                            ),
                            18: (
                                "wagtail.blocks.StructBlock",
                                [[("heading", 13), ("items", 17)]],
                                {},
                            ),
                            19: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "A few words, for example: Blue Square",
                                    "label": "Text",
                                    "max_length": 250,
                                    "required": False,
                                },
                            ),
                            20: (
                                "wagtail.blocks.FloatBlock",
                                (),
                                {
                                    "help_text": "Without separators and unit, for example: 1200",
                                    "label": "Number",
                                    "required": False,
                                },
                            ),
                            21: (
                                "univercity.blocks.text.RichTextBlock",
                                (),
                                {
                                    "features": ["bold", "italic", "link", "document-link"],
                                    "help_text": "For example: a link to the page of a place",
                                    "label": "Text with links",
                                    "required": False,
                                },
                            ),
                            22: (
                                "wagtail.contrib.typed_table_block.blocks.TypedTableBlock",
                                [[("text", 19), ("number", 20), ("rich_text", 21)]],
                                {},
                            ),
                            23: (
                                "wagtail.images.blocks.ImageBlock",
                                [],
                                {
                                    "help_text": "With what it shows here as alt text, for example: Studierende im Hörsaal; or marked as decorative",
                                    "label": "Image",
                                },
                            ),
                            24: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "What the image adds to the text, for example: Der Hörsaal um 18 Uhr",
                                    "label": "Caption",
                                    "max_length": 250,
                                    "required": False,
                                },
                            ),
                            25: (
                                "wagtail.blocks.StructBlock",
                                [[("image", 23), ("caption", 24)]],
                                {},
                            ),
                            26: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "For example: Eindrücke vom Wissensfestival",
                                    "label": "Heading",
                                    "max_length": 120,
                                    "required": False,
                                },
                            ),
                            27: (
                                "wagtail.images.blocks.ImageBlock",
                                [],
                                {
                                    "help_text": "With what it shows here as alt text, for example: Kinder am Mikroskop. All are cut to the same shape; the focal point of the image stays in it.",
                                    "label": "Image",
                                    "rendition_set": "tile",
                                },
                            ),
                            28: (
                                "wagtail.blocks.StructBlock",
                                [[("image", 27), ("caption", 24)]],
                                {},
                            ),
                            29: (
                                "wagtail.blocks.ListBlock",
                                (28,),
                                {
                                    "help_text": "Two to twelve, for example: drei vom Nachmittag, drei vom Abend",
                                    "label": "Images",
                                    "max_num": 12,
                                    "min_num": 2,
                                },
                            ),
                            30: (
                                "wagtail.blocks.StructBlock",
                                [[("heading", 26), ("images", 29)]],
                                {},
                            ),
                            31: (
                                "wagtail.images.blocks.ImageBlock",
                                [],
                                {
                                    "help_text": "With what it shows here as alt text, for example: Blick in die Werkstatt",
                                    "label": "Image",
                                    "rendition_set": "half",
                                },
                            ),
                            32: (
                                "univercity.blocks.text.RichTextBlock",
                                (),
                                {
                                    "help_text": "Up to three paragraphs, for example: In der Werkstatt bauen Studierende …",
                                    "label": "Text",
                                },
                            ),
                            33: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "Tells where the link leads; empty: the title of the page or document. For example: Zum Leitbild",
                                    "label": "Link text",
                                    "max_length": 80,
                                    "required": False,
                                },
                            ),
                            34: (
                                "univercity.blocks.choosers.PageChooserBlock",
                                (),
                                {
                                    "help_text": "Leads to a page of this site, for example: Leitbild",
                                    "label": "Page",
                                    "required": False,
                                },
                            ),
                            35: (
                                "univercity.blocks.links.WebAddressBlock",
                                (),
                                {
                                    "help_text": "Or leads to another site, for example: https://www.bochum.de",
                                    "label": "Other address",
                                    "required": False,
                                },
                            ),
                            36: (
                                "wagtail.blocks.DateBlock",
                                (),
                                {
                                    "help_text": "Only with the page of an event: leads to the date that begins on this day, for example: 27.11.2026",
                                    "label": "Day of the event",
                                    "required": False,
                                },
                            ),
                            37: (
                                "univercity.blocks.choosers.DocumentChooserBlock",
                                (),
                                {
                                    "help_text": "Or leads to a file, for example: Satzung (PDF)",
                                    "label": "Document",
                                    "required": False,
                                },
                            ),
                            38: (
                                "wagtail.blocks.EmailBlock",
                                (),
                                {
                                    "help_text": "Or opens a new e-mail, for example: kontakt@univercity-bochum.de",
                                    "label": "E-mail address",
                                    "required": False,
                                },
                            ),
                            39: (
                                "univercity.blocks.links.PhoneBlock",
                                (),
                                {
                                    "help_text": "Or calls a number, for example: +49 234 123456",
                                    "label": "Telephone number",
                                    "required": False,
                                },
                            ),
                            40: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": [
                                        ("de", "German"),
                                        ("en", "English"),
                                        ("ar", "Arabic"),
                                        ("fr", "French"),
                                        ("nl", "Dutch"),
                                        ("pl", "Polish"),
                                        ("ru", "Russian"),
                                        ("tr", "Turkish"),
                                        ("uk", "Ukrainian"),
                                    ],
                                    "help_text": "Of another site or a document in another language, for example: English; pages know theirs.",
                                    "label": "Language of the target",
                                    "required": False,
                                },
                            ),
                            41: (
                                "wagtail.blocks.BooleanBlock",
                                (),
                                {
                                    "help_text": "Only for another site or a document, for example while a form is being filled in; screen readers announce it.",
                                    "label": "Open in a new window",
                                    "required": False,
                                },
                            ),
                            42: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("label", 33),
                                        ("page", 34),
                                        ("url", 35),
                                        ("day", 36),
                                        ("document", 37),
                                        ("email", 38),
                                        ("phone", 39),
                                        ("language", 40),
                                        ("new_window", 41),
                                    ]
                                ],
                                {},
                            ),
                            43: (
                                "wagtail.blocks.ListBlock",
                                (42,),
                                {
                                    "default": [],
                                    "help_text": "Below the text, for example: Zur Werkstatt",
                                    "label": "Link",
                                    "max_num": 1,
                                    "min_num": 0,
                                },
                            ),
                            44: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": [("start", "Left"), ("end", "Right")],
                                    "help_text": "Where there is room; on phones the image stands above the text",
                                    "label": "Side of the image",
                                },
                            ),
                            45: (
                                "wagtail.blocks.StructBlock",
                                [[("image", 31), ("text", 32), ("links", 43), ("side", 44)]],
                                {},
                            ),
                            46: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "What it is about, for example: Rückblick auf den Campus-Slam",
                                    "label": "Title",
                                    "max_length": 160,
                                },
                            ),
                            47: (
                                "univercity.blocks.choosers.DocumentChooserBlock",
                                (),
                                {
                                    "extensions": ("mp4", "webm"),
                                    "help_text": "A document that ends with .mp4 (H.264) or .webm, at most 200 MB",
                                    "label": "Film",
                                },
                            ),
                            48: (
                                "univercity.blocks.choosers.ImageChooserBlock",
                                (),
                                {
                                    "help_text": "Shown until the film starts, best a scene from it",
                                    "label": "Poster image",
                                },
                            ),
                            49: (
                                "univercity.blocks.choosers.DocumentChooserBlock",
                                (),
                                {
                                    "extensions": ("vtt",),
                                    "help_text": "A document that ends with .vtt (WebVTT): what is said and heard, with times",
                                    "label": "Captions",
                                    "required": False,
                                },
                            ),
                            50: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "Instead of captions, what is heard, for example: nur Musik",
                                    "label": "Nothing is said",
                                    "max_length": 160,
                                    "required": False,
                                },
                            ),
                            51: (
                                "univercity.blocks.text.RichTextBlock",
                                (),
                                {
                                    "help_text": "What is said and shown, to read, for example: Ada Beispiel steht am Mikroskop und sagt: „Sehen Sie selbst!“",
                                    "label": "Transcript",
                                },
                            ),
                            52: (
                                "wagtail.blocks.RegexBlock",
                                (),
                                {
                                    "error_messages": {
                                        "invalid": "Write minutes, a colon and two digits of seconds: 3:05"
                                    },
                                    "help_text": "Minutes and seconds, for example: 3:05",
                                    "label": "Duration",
                                    "regex": "^\\d{1,3}:[0-5]\\d$",
                                    "required": False,
                                },
                            ),
                            53: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 46),
                                        ("file", 47),
                                        ("poster", 48),
                                        ("captions", 49),
                                        ("no_speech", 50),
                                        ("transcript", 51),
                                        ("duration", 52),
                                    ]
                                ],
                                {},
                            ),
                            54: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "What the video is about, for example: Rückblick auf den Campus-Slam",
                                    "label": "Title",
                                    "max_length": 160,
                                },
                            ),
                            55: (
                                "wagtail.blocks.URLBlock",
                                (),
                                {
                                    "help_text": "From YouTube or Vimeo, for example: https://vimeo.com/76979871",
                                    "label": "Address of the video",
                                },
                            ),
                            56: (
                                "univercity.blocks.text.RichTextBlock",
                                (),
                                {
                                    "help_text": "What is said and shown, for people who cannot or do not want to see the video, for example: Vier Studierende tragen auf der Bühne ihre Texte vor.",
                                    "label": "Text alternative",
                                },
                            ),
                            57: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 54), ("url", 55), ("alternative", 56)]],
                                {},
                            ),
                            58: (
                                "univercity.blocks.choosers.DocumentChooserBlock",
                                (),
                                {
                                    "extensions": ("m4a", "mp3", "ogg"),
                                    "help_text": "A document that ends with .mp3, .m4a or .ogg, at most 200 MB",
                                    "label": "Sound",
                                },
                            ),
                            59: (
                                "univercity.blocks.text.RichTextBlock",
                                (),
                                {
                                    "help_text": "What is said and heard, to read, for example: Ada Beispiel: „Guten Abend!“",
                                    "label": "Transcript",
                                },
                            ),
                            60: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 46),
                                        ("file", 58),
                                        ("transcript", 59),
                                        ("duration", 52),
                                    ]
                                ],
                                {},
                            ),
                            61: (
                                "univercity.blocks.choosers.DocumentChooserBlock",
                                (),
                                {
                                    "extensions": ("mp4", "webm"),
                                    "help_text": "A document that ends with .mp4 or .webm: at least 320 × 240 pixels and 25 images a second, before a plain ground that is neither black nor white",
                                    "label": "Film",
                                },
                            ),
                            62: (
                                "univercity.blocks.text.RichTextBlock",
                                (),
                                {
                                    "help_text": "What is signed, unless the page says the same, for example: Herzlich willkommen beim Netzwerk UniverCity Bochum!",
                                    "label": "Text",
                                    "required": False,
                                },
                            ),
                            63: (
                                "wagtail.blocks.RegexBlock",
                                (),
                                {
                                    "error_messages": {
                                        "invalid": "Write minutes, a colon and two digits of seconds: 3:05"
                                    },
                                    "help_text": "Minutes and seconds, for example: 3:05",
                                    "label": "Duration",
                                    "regex": "^\\d{1,3}:[0-5]\\d$",
                                    "required": True,
                                },
                            ),
                            64: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 46),
                                        ("file", 61),
                                        ("poster", 48),
                                        ("text", 62),
                                        ("duration", 63),
                                    ]
                                ],
                                {},
                            ),
                            65: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "For example: Zum Herunterladen",
                                    "label": "Heading",
                                    "max_length": 120,
                                    "required": False,
                                },
                            ),
                            66: (
                                "univercity.blocks.choosers.DocumentChooserBlock",
                                (),
                                {
                                    "help_text": "With language and accessibility as the library has them",
                                    "label": "Document",
                                },
                            ),
                            67: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "Empty: the document's own; for example: Das Programm auf zwei Seiten",
                                    "label": "Title",
                                    "max_length": 160,
                                    "required": False,
                                },
                            ),
                            68: (
                                "wagtail.blocks.StructBlock",
                                [[("document", 66), ("title", 67)]],
                                {},
                            ),
                            69: (
                                "wagtail.blocks.ListBlock",
                                (68,),
                                {
                                    "help_text": "At least one, for example: Programm des Abends",
                                    "label": "Documents",
                                    "max_num": 20,
                                    "min_num": 1,
                                },
                            ),
                            70: (
                                "wagtail.blocks.StructBlock",
                                [[("heading", 65), ("documents", 69)]],
                                {},
                            ),
                            71: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "What the post is about, for example: Ein Tag im Botanischen Garten",
                                    "label": "Title",
                                    "max_length": 160,
                                },
                            ),
                            72: (
                                "wagtail.blocks.URLBlock",
                                (),
                                {
                                    "help_text": "For example: https://www.instagram.com/p/C1aBcDeFgHi/",
                                    "label": "Address of the post",
                                },
                            ),
                            73: (
                                "wagtail.blocks.TextBlock",
                                (),
                                {
                                    "help_text": "What the post shows and says, for everybody who does not open it, for example: Drei Studierende gießen Kakteen und erzählen, woher sie stammen.",
                                    "label": "Text",
                                    "rows": 3,
                                },
                            ),
                            74: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 71), ("url", 72), ("text", 73)]],
                                {},
                            ),
                            75: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "For example: Zahlen, die für Bochum sprechen",
                                    "label": "Heading",
                                    "max_length": 120,
                                    "required": False,
                                },
                            ),
                            76: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "Before the number, for example: rund",
                                    "label": "Qualifier",
                                    "max_length": 30,
                                    "required": False,
                                },
                            ),
                            77: (
                                "wagtail.blocks.DecimalBlock",
                                (),
                                {
                                    "help_text": "Without separators and unit, for example: 56000",
                                    "label": "Number",
                                    "min_value": 0,
                                },
                            ),
                            78: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "What is counted, for example: Studierende",
                                    "label": "Unit",
                                    "max_length": 60,
                                },
                            ),
                            79: (
                                "wagtail.blocks.IntegerBlock",
                                (),
                                {
                                    "help_text": "The year the number is from, for example: 2024",
                                    "label": "Year",
                                    "max_value": 2100,
                                    "min_value": 1800,
                                    "required": False,
                                },
                            ),
                            80: (
                                "wagtail.blocks.BooleanBlock",
                                (),
                                {
                                    "help_text": "The source does not say which year the number is from; the page says so.",
                                    "label": "Year not known",
                                    "required": False,
                                },
                            ),
                            81: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "Who says so, for example: IT.NRW, Hochschulstatistik",
                                    "label": "Source",
                                    "max_length": 160,
                                },
                            ),
                            82: (
                                "wagtail.blocks.URLBlock",
                                (),
                                {
                                    "help_text": "For example: https://www.it.nrw/statistik",
                                    "label": "Address of the source",
                                    "required": False,
                                },
                            ),
                            83: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("qualifier", 76),
                                        ("value", 77),
                                        ("unit", 78),
                                        ("year", 79),
                                        ("year_unknown", 80),
                                        ("source", 81),
                                        ("source_url", 82),
                                    ]
                                ],
                                {},
                            ),
                            84: (
                                "wagtail.blocks.ListBlock",
                                (83,),
                                {
                                    "help_text": "Up to six, for example: 56000 Studierende",
                                    "label": "Key figures",
                                    "max_num": 6,
                                    "min_num": 1,
                                },
                            ),
                            85: (
                                "wagtail.blocks.StructBlock",
                                [[("heading", 75), ("figures", 84)]],
                                {},
                            ),
                            86: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "What for on this page, for example: Fragen zur Anmeldung",
                                    "label": "Heading",
                                    "max_length": 120,
                                    "required": False,
                                },
                            ),
                            87: (
                                "univercity.blocks.choosers.SnippetChooserBlock",
                                ("univercity.Person",),
                                {"label": "Person"},
                            ),
                            88: (
                                "wagtail.blocks.ListBlock",
                                (87,),
                                {
                                    "help_text": "Kept once under “Persons”, for example: Projektbüro UniverCity",
                                    "label": "Persons",
                                    "min_num": 1,
                                },
                            ),
                            89: (
                                "wagtail.blocks.StructBlock",
                                [[("heading", 86), ("persons", 88)]],
                                {},
                            ),
                            90: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "For example: Machen Sie mit!",
                                    "label": "Heading",
                                    "max_length": 120,
                                },
                            ),
                            91: (
                                "wagtail.blocks.TextBlock",
                                (),
                                {
                                    "help_text": "One or two sentences, for example: Wir suchen Orte für die nächste Reihe.",
                                    "label": "Text",
                                    "required": False,
                                    "rows": 2,
                                },
                            ),
                            92: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("label", 33),
                                        ("page", 34),
                                        ("url", 35),
                                        ("day", 36),
                                        ("document", 37),
                                        ("email", 38),
                                        ("phone", 39),
                                        ("language", 40),
                                        ("new_window", 41),
                                    ]
                                ],
                                {
                                    "help_text": "The button, for example: Ort vorschlagen",
                                    "label": "Link",
                                },
                            ),
                            93: (
                                "wagtail.blocks.StructBlock",
                                [[("heading", 90), ("text", 91), ("link", 92)]],
                                {},
                            ),
                            94: (
                                "wagtail.blocks.ListBlock",
                                (42,),
                                {
                                    "help_text": "One to three, the most important first, for example: Zum Kalender",
                                    "label": "Buttons",
                                    "max_num": 3,
                                    "min_num": 1,
                                },
                            ),
                            95: ("wagtail.blocks.StructBlock", [[("buttons", 94)]], {}),
                            96: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "For example: Zum Weiterlesen",
                                    "label": "Heading",
                                    "max_length": 120,
                                    "required": False,
                                },
                            ),
                            97: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("label", 33),
                                        ("page", 34),
                                        ("url", 35),
                                        ("day", 36),
                                        ("document", 37),
                                        ("email", 38),
                                        ("phone", 39),
                                        ("language", 40),
                                        ("new_window", 41),
                                    ]
                                ],
                                {"help_text": "For example: Programm als PDF", "label": "Link"},
                            ),
                            98: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "What readers find there, for example: Alle Abende mit Uhrzeit und Ort",
                                    "label": "Description",
                                    "max_length": 200,
                                    "required": False,
                                },
                            ),
                            99: (
                                "wagtail.blocks.StructBlock",
                                [[("link", 97), ("description", 98)]],
                                {},
                            ),
                            100: (
                                "wagtail.blocks.ListBlock",
                                (99,),
                                {
                                    "help_text": "At least one, for example: Programm als PDF",
                                    "label": "Links",
                                    "min_num": 1,
                                },
                            ),
                            101: (
                                "wagtail.blocks.StructBlock",
                                [[("heading", 96), ("links", 100)]],
                                {},
                            ),
                            102: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": [
                                        ("newsletter", "Newsletter"),
                                        ("contact", "Contact form"),
                                    ],
                                    "help_text": "Shown above the heading, for example: Newsletter",
                                    "label": "Kind",
                                },
                            ),
                            103: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "For example: Einmal im Monat das Programm",
                                    "label": "Heading",
                                    "max_length": 120,
                                },
                            ),
                            104: (
                                "wagtail.blocks.TextBlock",
                                (),
                                {
                                    "help_text": "One or two sentences, for example: Alle Termine, jeden ersten Montag.",
                                    "label": "Text",
                                    "required": False,
                                    "rows": 2,
                                },
                            ),
                            105: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("label", 33),
                                        ("page", 34),
                                        ("url", 35),
                                        ("day", 36),
                                        ("document", 37),
                                        ("email", 38),
                                        ("phone", 39),
                                        ("language", 40),
                                        ("new_window", 41),
                                    ]
                                ],
                                {
                                    "help_text": "The form, for example: Newsletter bestellen",
                                    "label": "Link",
                                },
                            ),
                            106: (
                                "univercity.blocks.text.RichTextBlock",
                                (),
                                {
                                    "features": ["link"],
                                    "help_text": "What happens with the data, with a link to the privacy page, for example: Sie können sich jederzeit abmelden.",
                                    "label": "Privacy sentence",
                                },
                            ),
                            107: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("kind", 102),
                                        ("heading", 103),
                                        ("text", 104),
                                        ("link", 105),
                                        ("privacy", 106),
                                    ]
                                ],
                                {},
                            ),
                            108: (
                                "wagtail.blocks.StreamBlock",
                                [
                                    [
                                        ("text", 0),
                                        ("heading", 3),
                                        ("quote", 8),
                                        ("notice", 12),
                                        ("accordion", 18),
                                        ("figure", 25),
                                        ("video", 57),
                                        ("downloads", 70),
                                        ("person", 89),
                                        ("button_group", 95),
                                        ("link_list", 101),
                                    ]
                                ],
                                {},
                            ),
                            109: (
                                "wagtail.blocks.ListBlock",
                                (108,),
                                {
                                    "help_text": "Two or three, each with its blocks, for example: a text beside an image",
                                    "label": "Columns",
                                    "max_num": 3,
                                    "min_num": 2,
                                },
                            ),
                            110: ("wagtail.blocks.StructBlock", [[("columns", 109)]], {}),
                            111: (
                                "wagtail.blocks.StreamBlock",
                                [
                                    [
                                        ("text", 0),
                                        ("heading", 3),
                                        ("lead", 4),
                                        ("quote", 8),
                                        ("notice", 12),
                                        ("accordion", 18),
                                        ("table", 22),
                                        ("figure", 25),
                                        ("gallery", 30),
                                        ("image_with_text", 45),
                                        ("hosted_video", 53),
                                        ("video", 57),
                                        ("audio", 60),
                                        ("sign_language_video", 64),
                                        ("downloads", 70),
                                        ("instagram", 74),
                                        ("key_figures", 85),
                                        ("person", 89),
                                        ("call_to_action", 93),
                                        ("button_group", 95),
                                        ("link_list", 101),
                                        ("form_teaser", 107),
                                        ("columns", 110),
                                    ]
                                ],
                                {
                                    "help_text": "At least one block, for example a heading and a text",
                                    "label": "Content",
                                    "required": False,
                                },
                            ),
                            112: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": [
                                        ("light", "Light: set apart a little"),
                                        ("dark", "Dark: set apart strongly"),
                                        ("none", "None: like the page"),
                                    ],
                                    "help_text": "For example: Light; texts and links keep their contrast on each",
                                    "label": "Background",
                                },
                            ),
                            113: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": [
                                        ("text", "As wide as a text"),
                                        ("page", "As wide as the page"),
                                    ],
                                    "help_text": "For example: As wide as the page, for columns and key figures",
                                    "label": "Width",
                                },
                            ),
                            114: (
                                "wagtail.blocks.StructBlock",
                                [[("content", 111), ("background", 112), ("width", 113)]],
                                {},
                            ),
                        },
                        help_text="What all its pages show, for example a heading and a contact",
                        verbose_name="content",
                    ),
                ),
                (
                    "latest_revision",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="wagtailcore.revision",
                        verbose_name="latest revision",
                    ),
                ),
                (
                    "live_revision",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="wagtailcore.revision",
                        verbose_name="live revision",
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
                    "locked_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="locked_%(class)ss",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="locked by",
                    ),
                ),
            ],
            options={
                "verbose_name": "shared content",
                "verbose_name_plural": "shared contents",
                "ordering": ["name"],
                "abstract": False,
                "unique_together": {("translation_key", "locale")},
            },
            bases=(univercity.previews.SnippetPreview, modelsearch.index.Indexed, models.Model),
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
                ("in_source_language", models.BooleanField(default=False, editable=False)),
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
                        [("link", 9)],
                        blank=True,
                        block_lookup={
                            0: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "Tells where the link leads; empty: the title of the page or document. For example: Zum Leitbild",
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
                                "univercity.blocks.links.WebAddressBlock",
                                (),
                                {
                                    "help_text": "Or leads to another site, for example: https://www.bochum.de",
                                    "label": "Other address",
                                    "required": False,
                                },
                            ),
                            3: (
                                "wagtail.blocks.DateBlock",
                                (),
                                {
                                    "help_text": "Only with the page of an event: leads to the date that begins on this day, for example: 27.11.2026",
                                    "label": "Day of the event",
                                    "required": False,
                                },
                            ),
                            4: (
                                "univercity.blocks.choosers.DocumentChooserBlock",
                                (),
                                {
                                    "help_text": "Or leads to a file, for example: Satzung (PDF)",
                                    "label": "Document",
                                    "required": False,
                                },
                            ),
                            5: (
                                "wagtail.blocks.EmailBlock",
                                (),
                                {
                                    "help_text": "Or opens a new e-mail, for example: kontakt@univercity-bochum.de",
                                    "label": "E-mail address",
                                    "required": False,
                                },
                            ),
                            6: (
                                "univercity.blocks.links.PhoneBlock",
                                (),
                                {
                                    "help_text": "Or calls a number, for example: +49 234 123456",
                                    "label": "Telephone number",
                                    "required": False,
                                },
                            ),
                            7: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": [
                                        ("de", "German"),
                                        ("en", "English"),
                                        ("ar", "Arabic"),
                                        ("fr", "French"),
                                        ("nl", "Dutch"),
                                        ("pl", "Polish"),
                                        ("ru", "Russian"),
                                        ("tr", "Turkish"),
                                        ("uk", "Ukrainian"),
                                    ],
                                    "help_text": "Of another site or a document in another language, for example: English; pages know theirs.",
                                    "label": "Language of the target",
                                    "required": False,
                                },
                            ),
                            8: (
                                "wagtail.blocks.BooleanBlock",
                                (),
                                {
                                    "help_text": "Only for another site or a document, for example while a form is being filled in; screen readers announce it.",
                                    "label": "Open in a new window",
                                    "required": False,
                                },
                            ),
                            9: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("label", 0),
                                        ("page", 1),
                                        ("url", 2),
                                        ("day", 3),
                                        ("document", 4),
                                        ("email", 5),
                                        ("phone", 6),
                                        ("language", 7),
                                        ("new_window", 8),
                                    ]
                                ],
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
                        [("link", 9)],
                        blank=True,
                        block_lookup={
                            0: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "Tells where the link leads; empty: the title of the page or document. For example: Zum Leitbild",
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
                                "univercity.blocks.links.WebAddressBlock",
                                (),
                                {
                                    "help_text": "Or leads to another site, for example: https://www.bochum.de",
                                    "label": "Other address",
                                    "required": False,
                                },
                            ),
                            3: (
                                "wagtail.blocks.DateBlock",
                                (),
                                {
                                    "help_text": "Only with the page of an event: leads to the date that begins on this day, for example: 27.11.2026",
                                    "label": "Day of the event",
                                    "required": False,
                                },
                            ),
                            4: (
                                "univercity.blocks.choosers.DocumentChooserBlock",
                                (),
                                {
                                    "help_text": "Or leads to a file, for example: Satzung (PDF)",
                                    "label": "Document",
                                    "required": False,
                                },
                            ),
                            5: (
                                "wagtail.blocks.EmailBlock",
                                (),
                                {
                                    "help_text": "Or opens a new e-mail, for example: kontakt@univercity-bochum.de",
                                    "label": "E-mail address",
                                    "required": False,
                                },
                            ),
                            6: (
                                "univercity.blocks.links.PhoneBlock",
                                (),
                                {
                                    "help_text": "Or calls a number, for example: +49 234 123456",
                                    "label": "Telephone number",
                                    "required": False,
                                },
                            ),
                            7: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": [
                                        ("de", "German"),
                                        ("en", "English"),
                                        ("ar", "Arabic"),
                                        ("fr", "French"),
                                        ("nl", "Dutch"),
                                        ("pl", "Polish"),
                                        ("ru", "Russian"),
                                        ("tr", "Turkish"),
                                        ("uk", "Ukrainian"),
                                    ],
                                    "help_text": "Of another site or a document in another language, for example: English; pages know theirs.",
                                    "label": "Language of the target",
                                    "required": False,
                                },
                            ),
                            8: (
                                "wagtail.blocks.BooleanBlock",
                                (),
                                {
                                    "help_text": "Only for another site or a document, for example while a form is being filled in; screen readers announce it.",
                                    "label": "Open in a new window",
                                    "required": False,
                                },
                            ),
                            9: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("label", 0),
                                        ("page", 1),
                                        ("url", 2),
                                        ("day", 3),
                                        ("document", 4),
                                        ("email", 5),
                                        ("phone", 6),
                                        ("language", 7),
                                        ("new_window", 8),
                                    ]
                                ],
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
                "permissions": [("change_slug", "Can change the address of published pages")],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("site", "locale"), name="one_settings_per_language"
                    )
                ],
                "unique_together": {("translation_key", "locale")},
            },
            bases=(univercity.previews.SnippetPreview, models.Model),
        ),
        migrations.AddIndex(
            model_name="webhookdelivery",
            index=models.Index(
                condition=models.Q(("state", "waiting")),
                fields=["subscriber", "id"],
                name="waiting_deliveries",
            ),
        ),
    ]
