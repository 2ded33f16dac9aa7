import django.core.validators
import django.db.models.deletion
import modelcluster.fields
import modelsearch.index
import uuid
import wagtail.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("network", "0001_initial"),
        ("univercity", "0002_images_and_settings"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [
        migrations.CreateModel(
            name="Audience",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("translation_key", models.UUIDField(default=uuid.uuid4, editable=False)),
                (
                    "name",
                    models.CharField(
                        help_text="As visitors read it, for example: Studieninteressierte",
                        max_length=80,
                        verbose_name="name",
                    ),
                ),
                (
                    "slug",
                    models.SlugField(
                        help_text="In addresses and the API, never changed, for example: studieninteressierte",
                        max_length=80,
                        verbose_name="key",
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
                "verbose_name": "audience",
                "verbose_name_plural": "audiences",
                "ordering": ["name"],
                "abstract": False,
                "unique_together": {("slug", "locale"), ("translation_key", "locale")},
            },
        ),
        migrations.CreateModel(
            name="CalendarPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                (
                    "teaser",
                    models.CharField(
                        blank=True,
                        help_text="One or two sentences for lists and social media, for example: Fünf Abende, fünf Fragen an die Wissenschaft.",
                        max_length=250,
                        verbose_name="teaser",
                    ),
                ),
                (
                    "teaser_image_alt",
                    models.CharField(
                        blank=True,
                        help_text="What the image shows here; taken from the image if left empty, for example: Blick vom Campus auf die Stadt",
                        max_length=255,
                        verbose_name="alt text of the teaser image",
                    ),
                ),
                (
                    "introduction",
                    wagtail.fields.RichTextField(
                        blank=True,
                        help_text="What visitors find here, for example: Vorträge, Führungen, Feste",
                        verbose_name="introduction",
                    ),
                ),
                (
                    "teaser_image",
                    models.ForeignKey(
                        blank=True,
                        help_text="For lists and social media, best at 1200 × 630 pixels or more",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="univercity.image",
                        verbose_name="teaser image",
                    ),
                ),
            ],
            options={
                "verbose_name": "calendar",
                "verbose_name_plural": "calendars",
            },
            bases=("wagtailcore.page",),
        ),
        migrations.CreateModel(
            name="EventPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                (
                    "teaser",
                    models.CharField(
                        blank=True,
                        help_text="One or two sentences for lists and social media, for example: Fünf Abende, fünf Fragen an die Wissenschaft.",
                        max_length=250,
                        verbose_name="teaser",
                    ),
                ),
                (
                    "teaser_image_alt",
                    models.CharField(
                        blank=True,
                        help_text="What the image shows here; taken from the image if left empty, for example: Blick vom Campus auf die Stadt",
                        max_length=255,
                        verbose_name="alt text of the teaser image",
                    ),
                ),
                (
                    "is_free",
                    models.BooleanField(
                        default=False,
                        help_text="Nothing to pay, not even at the door",
                        verbose_name="free of charge",
                    ),
                ),
                (
                    "price_from",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        help_text="In euros, for example: 5,00",
                        max_digits=7,
                        null=True,
                        validators=[django.core.validators.MinValueValidator(0)],
                        verbose_name="price from",
                    ),
                ),
                (
                    "price_to",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        help_text="In euros, if there are several, for example: 12,00",
                        max_digits=7,
                        null=True,
                        validators=[django.core.validators.MinValueValidator(0)],
                        verbose_name="price to",
                    ),
                ),
                (
                    "price_note",
                    models.CharField(
                        blank=True,
                        help_text="For example: Studierende zahlen die Hälfte",
                        max_length=250,
                        verbose_name="note on the price",
                    ),
                ),
                (
                    "ticket_url",
                    models.URLField(
                        blank=True,
                        help_text="For example: https://karten.example",
                        verbose_name="address to buy tickets",
                    ),
                ),
                (
                    "registration",
                    models.CharField(
                        choices=[
                            ("none", "Not needed"),
                            ("optional", "Welcome"),
                            ("required", "Required"),
                            ("full", "Fully booked"),
                        ],
                        default="none",
                        help_text="For example: Required",
                        max_length=16,
                        verbose_name="registration",
                    ),
                ),
                (
                    "registration_url",
                    models.URLField(
                        blank=True,
                        help_text="For example: https://anmeldung.example",
                        verbose_name="address to register",
                    ),
                ),
                (
                    "registration_email",
                    models.EmailField(
                        blank=True,
                        help_text="For example: anmeldung@partner.example",
                        max_length=254,
                        verbose_name="e-mail to register",
                    ),
                ),
                (
                    "registration_opens",
                    models.DateTimeField(
                        blank=True,
                        help_text="For example: 01.10.2026 08:00",
                        null=True,
                        verbose_name="registration opens",
                    ),
                ),
                (
                    "registration_closes",
                    models.DateTimeField(
                        blank=True,
                        help_text="For example: 20.11.2026 23:59",
                        null=True,
                        verbose_name="registration closes",
                    ),
                ),
                (
                    "capacity",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="How many can take part, for example: 120",
                        null=True,
                        verbose_name="places",
                    ),
                ),
                (
                    "mode",
                    models.CharField(
                        choices=[
                            ("onsite", "On site"),
                            ("online", "Online"),
                            ("hybrid", "On site and online"),
                        ],
                        default="onsite",
                        help_text="For example: On site and online",
                        max_length=16,
                        verbose_name="mode",
                    ),
                ),
                (
                    "room",
                    models.CharField(
                        blank=True,
                        help_text="For example: Hörsaal HZO 20",
                        max_length=120,
                        verbose_name="room",
                    ),
                ),
                (
                    "meeting_point",
                    models.CharField(
                        blank=True,
                        help_text="Where it differs from the venue, for example: Vor dem Schauspielhaus",
                        max_length=250,
                        verbose_name="meeting point",
                    ),
                ),
                (
                    "online_url",
                    models.URLField(
                        blank=True,
                        help_text="For example: https://stream.hochschule.example/vortrag",
                        verbose_name="address to take part online",
                    ),
                ),
                (
                    "sign_language",
                    models.BooleanField(
                        default=False,
                        help_text="German Sign Language (DGS)",
                        verbose_name="with sign language",
                    ),
                ),
                (
                    "captions",
                    models.BooleanField(
                        default=False,
                        help_text="What is said can be read at once",
                        verbose_name="with live captions",
                    ),
                ),
                (
                    "plain_language",
                    models.BooleanField(
                        default=False,
                        help_text="Easy to follow for everybody",
                        verbose_name="in plain language",
                    ),
                ),
                (
                    "age_min",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="In years, for example: 8",
                        null=True,
                        verbose_name="minimum age",
                    ),
                ),
                (
                    "age_max",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="In years, for example: 12",
                        null=True,
                        verbose_name="maximum age",
                    ),
                ),
                (
                    "lead",
                    models.TextField(
                        help_text="What awaits visitors, in two or three sentences, for example: Wie klingt Licht?",
                        max_length=500,
                        verbose_name="lead",
                    ),
                ),
                (
                    "body",
                    wagtail.fields.StreamField(
                        [
                            ("text", 0),
                            ("heading", 3),
                            ("quote", 7),
                            ("accordion", 13),
                            ("figure", 16),
                            ("video", 20),
                            ("key_figures", 31),
                            ("call_to_action", 38),
                        ],
                        blank=True,
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
                            4: (
                                "wagtail.blocks.TextBlock",
                                (),
                                {
                                    "help_text": "Without quotation marks, for example: Bochum ist eine Stadt der Neugier.",
                                    "label": "Quote",
                                    "rows": 3,
                                },
                            ),
                            5: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "Who said it, for example: Dr. Ada Beispiel",
                                    "label": "Person",
                                    "max_length": 120,
                                },
                            ),
                            6: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "What the person does, for example: Physikerin am Planetarium",
                                    "label": "Role",
                                    "max_length": 160,
                                    "required": False,
                                },
                            ),
                            7: (
                                "wagtail.blocks.StructBlock",
                                [[("text", 4), ("person", 5), ("role", 6)]],
                                {},
                            ),
                            8: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "For example: Häufige Fragen",
                                    "label": "Heading",
                                    "max_length": 120,
                                    "required": False,
                                },
                            ),
                            9: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "Always visible, for example: Muss ich mich anmelden?",
                                    "label": "Question or title",
                                    "max_length": 160,
                                },
                            ),
                            10: (
                                "univercity.blocks.text.RichTextBlock",
                                (),
                                {
                                    "help_text": "Shown on opening, for example: Nein, kommen Sie einfach vorbei.",
                                    "label": "Answer",
                                },
                            ),
                            11: ("wagtail.blocks.StructBlock", [[("title", 9), ("text", 10)]], {}),
                            12: (
                                "wagtail.blocks.ListBlock",
                                (11,),
                                {
                                    "help_text": "At least one, for example: Muss ich mich anmelden?",
                                    "label": "Entries",
                                    "min_num": 1,
                                },
                            ),
                            13: (
                                "wagtail.blocks.StructBlock",
                                [[("heading", 8), ("items", 12)]],
                                {},
                            ),
                            14: (
                                "wagtail.images.blocks.ImageBlock",
                                [],
                                {
                                    "help_text": "With what it shows here as alt text, for example: Studierende im Hörsaal; or marked as decorative",
                                    "label": "Image",
                                },
                            ),
                            15: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "What the image adds to the text, for example: Der Hörsaal um 18 Uhr",
                                    "label": "Caption",
                                    "max_length": 250,
                                    "required": False,
                                },
                            ),
                            16: (
                                "wagtail.blocks.StructBlock",
                                [[("image", 14), ("caption", 15)]],
                                {},
                            ),
                            17: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "What the video is about, for example: Rückblick auf den Campus-Slam",
                                    "label": "Title",
                                    "max_length": 160,
                                },
                            ),
                            18: (
                                "wagtail.blocks.URLBlock",
                                (),
                                {
                                    "help_text": "From YouTube or Vimeo, for example: https://vimeo.com/76979871",
                                    "label": "Address of the video",
                                },
                            ),
                            19: (
                                "univercity.blocks.text.RichTextBlock",
                                (),
                                {
                                    "help_text": "What is said and shown, for people who cannot or do not want to see the video, for example: Vier Studierende tragen auf der Bühne ihre Texte vor.",
                                    "label": "Text alternative",
                                },
                            ),
                            20: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 17), ("url", 18), ("alternative", 19)]],
                                {},
                            ),
                            21: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "For example: Zahlen, die für Bochum sprechen",
                                    "label": "Heading",
                                    "max_length": 120,
                                    "required": False,
                                },
                            ),
                            22: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "Before the number, for example: rund",
                                    "label": "Qualifier",
                                    "max_length": 30,
                                    "required": False,
                                },
                            ),
                            23: (
                                "wagtail.blocks.DecimalBlock",
                                (),
                                {
                                    "help_text": "Without separators and unit, for example: 56000",
                                    "label": "Number",
                                    "min_value": 0,
                                },
                            ),
                            24: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "What is counted, for example: Studierende",
                                    "label": "Unit",
                                    "max_length": 60,
                                },
                            ),
                            25: (
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
                            26: (
                                "wagtail.blocks.BooleanBlock",
                                (),
                                {
                                    "help_text": "The source does not say which year the number is from; the page says so.",
                                    "label": "Year not known",
                                    "required": False,
                                },
                            ),
                            27: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "Who says so, for example: IT.NRW, Hochschulstatistik",
                                    "label": "Source",
                                    "max_length": 160,
                                },
                            ),
                            28: (
                                "wagtail.blocks.URLBlock",
                                (),
                                {
                                    "help_text": "For example: https://www.it.nrw/statistik",
                                    "label": "Address of the source",
                                    "required": False,
                                },
                            ),
                            29: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("qualifier", 22),
                                        ("value", 23),
                                        ("unit", 24),
                                        ("year", 25),
                                        ("year_unknown", 26),
                                        ("source", 27),
                                        ("source_url", 28),
                                    ]
                                ],
                                {},
                            ),
                            30: (
                                "wagtail.blocks.ListBlock",
                                (29,),
                                {
                                    "help_text": "Up to six, for example: 56000 Studierende",
                                    "label": "Key figures",
                                    "max_num": 6,
                                    "min_num": 1,
                                },
                            ),
                            31: (
                                "wagtail.blocks.StructBlock",
                                [[("heading", 21), ("figures", 30)]],
                                {},
                            ),
                            32: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "For example: Machen Sie mit!",
                                    "label": "Heading",
                                    "max_length": 120,
                                },
                            ),
                            33: (
                                "wagtail.blocks.TextBlock",
                                (),
                                {
                                    "help_text": "One or two sentences, for example: Wir suchen Orte für die nächste Reihe.",
                                    "label": "Text",
                                    "required": False,
                                    "rows": 2,
                                },
                            ),
                            34: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "Tells where the link leads; empty: the page's title. For example: Zum Leitbild",
                                    "label": "Link text",
                                    "max_length": 80,
                                    "required": False,
                                },
                            ),
                            35: (
                                "univercity.blocks.choosers.PageChooserBlock",
                                (),
                                {
                                    "help_text": "Leads to a page of this site, for example: Leitbild",
                                    "label": "Page",
                                    "required": False,
                                },
                            ),
                            36: (
                                "wagtail.blocks.URLBlock",
                                (),
                                {
                                    "help_text": "Or leads to another site, for example: https://www.bochum.de",
                                    "label": "Other address",
                                    "required": False,
                                },
                            ),
                            37: (
                                "wagtail.blocks.StructBlock",
                                [[("label", 34), ("page", 35), ("url", 36)]],
                                {
                                    "help_text": "The button, for example: Ort vorschlagen",
                                    "label": "Link",
                                },
                            ),
                            38: (
                                "wagtail.blocks.StructBlock",
                                [[("heading", 32), ("text", 33), ("link", 37)]],
                                {},
                            ),
                        },
                        help_text="The full description, for example a text, an image and frequent questions",
                        verbose_name="content",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("event", "Event"),
                            ("offer", "Ongoing offer"),
                            ("deadline", "Deadline"),
                            ("umbrella", "Festival or series"),
                        ],
                        default="event",
                        help_text="For example: Deadline, of which only the end matters",
                        max_length=16,
                        verbose_name="kind",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("scheduled", "Takes place"),
                            ("cancelled", "Cancelled"),
                            ("postponed", "Postponed, new date to be announced"),
                            ("rescheduled", "Moved to another date"),
                            ("moved-online", "Moved online"),
                        ],
                        default="scheduled",
                        help_text="Shown wherever the event appears, for example: Cancelled",
                        max_length=16,
                        verbose_name="status",
                    ),
                ),
                (
                    "status_note",
                    models.CharField(
                        blank=True,
                        help_text="Why, and what now, for example: Karten behalten ihre Gültigkeit.",
                        max_length=250,
                        verbose_name="note on the status",
                    ),
                ),
                (
                    "previous_start",
                    models.DateTimeField(
                        blank=True,
                        help_text="Of an event that was moved, for example: 12.11.2026 18:30",
                        null=True,
                        verbose_name="former start",
                    ),
                ),
                (
                    "featured",
                    models.BooleanField(
                        default=False,
                        help_text="Marked in lists, for example on the home page",
                        verbose_name="highlight",
                    ),
                ),
                (
                    "contact_name",
                    models.CharField(
                        blank=True,
                        help_text="For example: Projektbüro UniverCity",
                        max_length=120,
                        verbose_name="contact",
                    ),
                ),
                (
                    "contact_email",
                    models.EmailField(
                        blank=True,
                        help_text="For example: veranstaltung@partner.example",
                        max_length=254,
                        verbose_name="e-mail",
                    ),
                ),
                (
                    "contact_phone",
                    models.CharField(
                        blank=True,
                        help_text="For example: +49 234 123456",
                        max_length=40,
                        verbose_name="telephone",
                    ),
                ),
                (
                    "organiser",
                    models.ForeignKey(
                        blank=True,
                        help_text="The partner in charge, for example: Deutsches Bergbau-Museum Bochum",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="events",
                        to="network.partnerpage",
                        verbose_name="organiser",
                    ),
                ),
                (
                    "series",
                    models.ForeignKey(
                        blank=True,
                        help_text="The series or festival it belongs to, for example: Nacht der Wissenschaft",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="parts",
                        to="calendar_pages.eventpage",
                        verbose_name="part of",
                    ),
                ),
                (
                    "teaser_image",
                    models.ForeignKey(
                        blank=True,
                        help_text="For lists and social media, best at 1200 × 630 pixels or more",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="univercity.image",
                        verbose_name="teaser image",
                    ),
                ),
            ],
            options={
                "verbose_name": "event",
                "verbose_name_plural": "events",
            },
            bases=("wagtailcore.page", models.Model),
        ),
        migrations.CreateModel(
            name="EventLanguage",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                (
                    "language",
                    models.CharField(
                        choices=[
                            ("de", "Deutsch"),
                            ("en", "English"),
                            ("tr", "Türkçe"),
                            ("ar", "العربيّة"),
                            ("uk", "Українська"),
                            ("pl", "polski"),
                            ("fr", "français"),
                            ("es", "español"),
                            ("it", "italiano"),
                            ("nl", "Nederlands"),
                            ("ru", "Русский"),
                        ],
                        default="de",
                        help_text="For example: Deutsch",
                        max_length=8,
                        verbose_name="language",
                    ),
                ),
                (
                    "page",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="spoken_languages",
                        to="calendar_pages.eventpage",
                    ),
                ),
            ],
            options={
                "verbose_name": "spoken language",
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="EventCoOrganiser",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                (
                    "partner",
                    models.ForeignKey(
                        help_text="For example: Bochum Marketing GmbH",
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="network.partnerpage",
                        verbose_name="partner",
                    ),
                ),
                (
                    "page",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="co_organisers",
                        to="calendar_pages.eventpage",
                    ),
                ),
            ],
            options={
                "verbose_name": "co-organiser",
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Format",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("translation_key", models.UUIDField(default=uuid.uuid4, editable=False)),
                (
                    "name",
                    models.CharField(
                        help_text="As visitors read it, for example: Studieninteressierte",
                        max_length=80,
                        verbose_name="name",
                    ),
                ),
                (
                    "slug",
                    models.SlugField(
                        help_text="In addresses and the API, never changed, for example: studieninteressierte",
                        max_length=80,
                        verbose_name="key",
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
                "verbose_name": "format",
                "verbose_name_plural": "formats",
                "ordering": ["name"],
                "abstract": False,
                "unique_together": {("slug", "locale"), ("translation_key", "locale")},
            },
        ),
        migrations.CreateModel(
            name="Topic",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("translation_key", models.UUIDField(default=uuid.uuid4, editable=False)),
                (
                    "name",
                    models.CharField(
                        help_text="As visitors read it, for example: Studieninteressierte",
                        max_length=80,
                        verbose_name="name",
                    ),
                ),
                (
                    "slug",
                    models.SlugField(
                        help_text="In addresses and the API, never changed, for example: studieninteressierte",
                        max_length=80,
                        verbose_name="key",
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
                "verbose_name": "topic",
                "verbose_name_plural": "topics",
                "ordering": ["name"],
                "abstract": False,
                "unique_together": {("slug", "locale"), ("translation_key", "locale")},
            },
        ),
        migrations.CreateModel(
            name="Venue",
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
                    "name",
                    models.CharField(
                        help_text="As visitors know it, for example: Blue Square",
                        max_length=120,
                        verbose_name="name",
                    ),
                ),
                (
                    "website",
                    models.URLField(
                        blank=True,
                        help_text="For example: https://www.bergbaumuseum.de",
                        verbose_name="website",
                    ),
                ),
                (
                    "public_transport",
                    models.CharField(
                        blank=True,
                        help_text="Line and stop, for example: U35, Ruhr-Universität",
                        max_length=250,
                        verbose_name="public transport",
                    ),
                ),
                (
                    "access_note",
                    models.CharField(
                        blank=True,
                        help_text="How to get in, for example: Eingang über den Innenhof",
                        max_length=250,
                        verbose_name="note on the entrance",
                    ),
                ),
                (
                    "step_free",
                    models.CharField(
                        choices=[("yes", "Yes"), ("no", "No"), ("unknown", "Not known")],
                        default="unknown",
                        help_text="No step higher than 3 cm",
                        max_length=8,
                        verbose_name="step-free entrance",
                    ),
                ),
                (
                    "lift",
                    models.CharField(
                        choices=[("yes", "Yes"), ("no", "No"), ("unknown", "Not known")],
                        default="unknown",
                        help_text="To all rooms for events",
                        max_length=8,
                        verbose_name="lift",
                    ),
                ),
                (
                    "accessible_toilet",
                    models.CharField(
                        choices=[("yes", "Yes"), ("no", "No"), ("unknown", "Not known")],
                        default="unknown",
                        help_text="On the same floor or by lift",
                        max_length=8,
                        verbose_name="accessible toilet",
                    ),
                ),
                (
                    "induction_loop",
                    models.CharField(
                        choices=[("yes", "Yes"), ("no", "No"), ("unknown", "Not known")],
                        default="unknown",
                        help_text="In the main room",
                        max_length=8,
                        verbose_name="induction loop",
                    ),
                ),
                (
                    "guide_dogs",
                    models.CharField(
                        choices=[("yes", "Yes"), ("no", "No"), ("unknown", "Not known")],
                        default="unknown",
                        help_text="In all rooms",
                        max_length=8,
                        verbose_name="guide dogs welcome",
                    ),
                ),
                (
                    "accessible_parking",
                    models.CharField(
                        choices=[("yes", "Yes"), ("no", "No"), ("unknown", "Not known")],
                        default="unknown",
                        help_text="Within 100 metres",
                        max_length=8,
                        verbose_name="accessible parking",
                    ),
                ),
                (
                    "accessibility_note",
                    models.CharField(
                        blank=True,
                        help_text="What else matters, for example: Rampe am Seiteneingang, bitte klingeln",
                        max_length=250,
                        verbose_name="note on accessibility",
                    ),
                ),
                (
                    "checked_on",
                    models.DateField(
                        blank=True,
                        help_text="When somebody last looked on site, for example: 12.03.2026",
                        null=True,
                        verbose_name="checked on",
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
                "verbose_name": "venue",
                "verbose_name_plural": "venues",
                "ordering": ["name"],
                "abstract": False,
                "unique_together": {("translation_key", "locale")},
            },
            bases=(modelsearch.index.Indexed, models.Model),
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
        migrations.CreateModel(
            name="EventDate",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("translation_key", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                (
                    "start_date",
                    models.DateField(help_text="For example: 27.11.2026", verbose_name="first day"),
                ),
                (
                    "start_time",
                    models.TimeField(
                        blank=True,
                        help_text="Empty if not yet known, for example: 18:30",
                        null=True,
                        verbose_name="begins at",
                    ),
                ),
                (
                    "end_date",
                    models.DateField(
                        blank=True,
                        help_text="Empty if it ends the same day; after midnight, the day after. For example: 28.11.2026",
                        null=True,
                        verbose_name="last day",
                    ),
                ),
                (
                    "end_time",
                    models.TimeField(
                        blank=True,
                        help_text="For example: 20:00",
                        null=True,
                        verbose_name="ends at",
                    ),
                ),
                (
                    "all_day",
                    models.BooleanField(
                        default=False,
                        help_text="The whole day or several days, without times",
                        verbose_name="all day",
                    ),
                ),
                (
                    "open_end",
                    models.BooleanField(
                        default=False,
                        help_text="Begins at a time, ends when it ends",
                        verbose_name="open end",
                    ),
                ),
                (
                    "title",
                    models.CharField(
                        blank=True,
                        help_text="If each date has its own, for example: Teil 2: Was Sterne erzählen",
                        max_length=160,
                        verbose_name="title of this date",
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
                    "page",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="dates",
                        to="calendar_pages.eventpage",
                    ),
                ),
            ],
            options={
                "verbose_name": "date",
                "verbose_name_plural": "dates",
                "ordering": ["sort_order"],
                "abstract": False,
                "indexes": [
                    models.Index(
                        fields=["start_date", "start_time"], name="calendar_pa_start_d_38f2bd_idx"
                    )
                ],
                "unique_together": {("translation_key", "locale")},
            },
        ),
        migrations.CreateModel(
            name="EventAudience",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("translation_key", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                (
                    "audience",
                    models.ForeignKey(
                        help_text="For example: Studieninteressierte",
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="calendar_pages.audience",
                        verbose_name="audience",
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
                    "page",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="audiences",
                        to="calendar_pages.eventpage",
                    ),
                ),
            ],
            options={
                "verbose_name": "audience",
                "ordering": ["sort_order"],
                "abstract": False,
                "unique_together": {("translation_key", "locale")},
            },
        ),
        migrations.CreateModel(
            name="EventFormat",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("translation_key", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
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
                    "page",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="formats",
                        to="calendar_pages.eventpage",
                    ),
                ),
                (
                    "format",
                    models.ForeignKey(
                        help_text="For example: Vortrag",
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="calendar_pages.format",
                        verbose_name="format",
                    ),
                ),
            ],
            options={
                "verbose_name": "format",
                "ordering": ["sort_order"],
                "abstract": False,
                "unique_together": {("translation_key", "locale")},
            },
        ),
        migrations.CreateModel(
            name="EventTopic",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("translation_key", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
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
                    "page",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="topics",
                        to="calendar_pages.eventpage",
                    ),
                ),
                (
                    "topic",
                    models.ForeignKey(
                        help_text="For example: Wirtschaft",
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="calendar_pages.topic",
                        verbose_name="topic",
                    ),
                ),
            ],
            options={
                "verbose_name": "topic",
                "ordering": ["sort_order"],
                "abstract": False,
                "unique_together": {("translation_key", "locale")},
            },
        ),
    ]
