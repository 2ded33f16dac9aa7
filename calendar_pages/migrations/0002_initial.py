import calendar_pages.models.dates
import django.db.models.deletion
import modelcluster.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("calendar_pages", "0001_initial"),
        ("network", "0001_initial"),
        ("univercity", "0002_images_and_settings"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [
        migrations.AddField(
            model_name="eventcoorganiser",
            name="partner",
            field=models.ForeignKey(
                help_text="For example: Bochum Marketing GmbH",
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="network.partnerpage",
                verbose_name="partner",
            ),
        ),
        migrations.AddField(
            model_name="eventdate",
            name="locale",
            field=models.ForeignKey(
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="wagtailcore.locale",
                verbose_name="locale",
            ),
        ),
        migrations.AddField(
            model_name="eventformat",
            name="locale",
            field=models.ForeignKey(
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="wagtailcore.locale",
                verbose_name="locale",
            ),
        ),
        migrations.AddField(
            model_name="eventpage",
            name="organiser",
            field=models.ForeignKey(
                blank=True,
                help_text="The partner in charge, for example: Deutsches Bergbau-Museum Bochum",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="events",
                to="network.partnerpage",
                verbose_name="organiser",
            ),
        ),
        migrations.AddField(
            model_name="eventpage",
            name="series",
            field=models.ForeignKey(
                blank=True,
                help_text="The series or festival it belongs to, for example: Nacht der Wissenschaft",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="parts",
                to="calendar_pages.eventpage",
                verbose_name="part of",
            ),
        ),
        migrations.AddField(
            model_name="eventpage",
            name="teaser_image",
            field=models.ForeignKey(
                blank=True,
                help_text="For lists and social media, best at 1200 × 630 pixels or more",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="univercity.image",
                verbose_name="teaser image",
            ),
        ),
        migrations.AddField(
            model_name="eventlanguage",
            name="page",
            field=modelcluster.fields.ParentalKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="spoken_languages",
                to="calendar_pages.eventpage",
            ),
        ),
        migrations.AddField(
            model_name="eventformat",
            name="page",
            field=modelcluster.fields.ParentalKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="formats",
                to="calendar_pages.eventpage",
            ),
        ),
        migrations.AddField(
            model_name="eventdate",
            name="page",
            field=modelcluster.fields.ParentalKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="dates",
                to="calendar_pages.eventpage",
            ),
        ),
        migrations.AddField(
            model_name="eventcoorganiser",
            name="page",
            field=modelcluster.fields.ParentalKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="co_organisers",
                to="calendar_pages.eventpage",
            ),
        ),
        migrations.AddField(
            model_name="eventaudience",
            name="page",
            field=modelcluster.fields.ParentalKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="audiences",
                to="calendar_pages.eventpage",
            ),
        ),
        migrations.AddField(
            model_name="eventtopic",
            name="locale",
            field=models.ForeignKey(
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="wagtailcore.locale",
                verbose_name="locale",
            ),
        ),
        migrations.AddField(
            model_name="eventtopic",
            name="page",
            field=modelcluster.fields.ParentalKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="topics",
                to="calendar_pages.eventpage",
            ),
        ),
        migrations.AddField(
            model_name="format",
            name="locale",
            field=models.ForeignKey(
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="wagtailcore.locale",
                verbose_name="locale",
            ),
        ),
        migrations.AddField(
            model_name="eventformat",
            name="format",
            field=models.ForeignKey(
                help_text="For example: Vortrag",
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="calendar_pages.format",
                verbose_name="format",
            ),
        ),
        migrations.AddField(
            model_name="topic",
            name="locale",
            field=models.ForeignKey(
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="wagtailcore.locale",
                verbose_name="locale",
            ),
        ),
        migrations.AddField(
            model_name="eventtopic",
            name="topic",
            field=models.ForeignKey(
                help_text="For example: Wirtschaft",
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="calendar_pages.topic",
                verbose_name="topic",
            ),
        ),
        migrations.AddField(
            model_name="venue",
            name="locale",
            field=models.ForeignKey(
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="wagtailcore.locale",
                verbose_name="locale",
            ),
        ),
        migrations.AddField(
            model_name="eventpage",
            name="venue",
            field=models.ForeignKey(
                blank=True,
                help_text="For example: Blue Square",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="events",
                to="calendar_pages.venue",
                verbose_name="venue",
            ),
        ),
        migrations.AlterUniqueTogether(
            name="audience",
            unique_together={("slug", "locale"), ("translation_key", "locale")},
        ),
        migrations.AddIndex(
            model_name="eventdate",
            index=models.Index(
                models.F("start_date"),
                calendar_pages.models.dates.TimeOrMidnight("start_time"),
                models.F("id"),
                name="event_dates_in_order",
            ),
        ),
        migrations.AlterUniqueTogether(
            name="eventdate",
            unique_together={("translation_key", "locale")},
        ),
        migrations.AlterUniqueTogether(
            name="eventaudience",
            unique_together={("translation_key", "locale")},
        ),
        migrations.AlterUniqueTogether(
            name="format",
            unique_together={("slug", "locale"), ("translation_key", "locale")},
        ),
        migrations.AlterUniqueTogether(
            name="eventformat",
            unique_together={("translation_key", "locale")},
        ),
        migrations.AlterUniqueTogether(
            name="topic",
            unique_together={("slug", "locale"), ("translation_key", "locale")},
        ),
        migrations.AlterUniqueTogether(
            name="eventtopic",
            unique_together={("translation_key", "locale")},
        ),
        migrations.AlterUniqueTogether(
            name="venue",
            unique_together={("translation_key", "locale")},
        ),
    ]
