import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("network", "0001_initial"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [
        migrations.CreateModel(
            name="ApprovalState",
            fields=[
                (
                    "taskstate_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="wagtailcore.taskstate",
                    ),
                ),
                ("due_at", models.DateTimeField(verbose_name="due")),
                (
                    "reminded_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="reminded"),
                ),
            ],
            options={
                "verbose_name": "state of an approval",
                "verbose_name_plural": "states of approvals",
            },
            bases=("wagtailcore.taskstate",),
        ),
        migrations.CreateModel(
            name="Approval",
            fields=[
                (
                    "task_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="wagtailcore.task",
                    ),
                ),
                (
                    "deadline_days",
                    models.PositiveSmallIntegerField(
                        default=5,
                        help_text="After which the group is reminded, for example: 5",
                        verbose_name="deadline in days",
                    ),
                ),
                (
                    "corrections_allowed",
                    models.BooleanField(
                        default=False,
                        help_text="Who corrects a text on the way may approve it all the same, as proofreaders do; who submitted it may not.",
                        verbose_name="reviewers may correct",
                    ),
                ),
                (
                    "groups",
                    models.ManyToManyField(
                        help_text="Pages/snippets at this step in a workflow will be moderated or approved by these groups of users",
                        to="auth.group",
                        verbose_name="groups",
                    ),
                ),
            ],
            options={
                "verbose_name": "approval with a deadline",
                "verbose_name_plural": "approvals with a deadline",
            },
            bases=("wagtailcore.task",),
        ),
        migrations.CreateModel(
            name="PartnerEditors",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "collection",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="wagtailcore.collection",
                    ),
                ),
                (
                    "group",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="auth.group",
                    ),
                ),
                (
                    "partner",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="editors",
                        to="network.partnerpage",
                    ),
                ),
            ],
            options={
                "verbose_name": "partner editors",
                "verbose_name_plural": "partner editors",
            },
        ),
    ]
