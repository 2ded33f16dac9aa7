import django.core.validators
import django.db.models.deletion
import modelsearch.index
import univercity.alt_texts
import univercity.page_address.lock
import univercity.previews
import uuid
import wagtail.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("univercity", "0002_images_and_settings"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [
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
            ],
            options={
                "verbose_name": "co-organiser",
                "ordering": ["sort_order"],
                "abstract": False,
            },
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
            ],
            options={
                "verbose_name": "date",
                "verbose_name_plural": "dates",
                "ordering": ["sort_order"],
                "abstract": False,
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
            ],
            options={
                "verbose_name": "format",
                "ordering": ["sort_order"],
                "abstract": False,
            },
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
            ],
            options={
                "verbose_name": "spoken language",
                "ordering": ["sort_order"],
                "abstract": False,
            },
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
                            ("shared_content", 116),
                            ("event_teaser", 119),
                            ("date_box", 122),
                            ("places", 126),
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
                            115: (
                                "univercity.blocks.shared_content.SharedContentChooserBlock",
                                ("univercity.SharedContent",),
                                {
                                    "help_text": "Changes on all its pages at once, for example: So erreichen Sie uns",
                                    "label": "Shared content",
                                },
                            ),
                            116: ("wagtail.blocks.StructBlock", [[("content", 115)]], {}),
                            117: (
                                "univercity.blocks.choosers.PageChooserBlock",
                                ("calendar_pages.EventPage",),
                                {
                                    "help_text": "Its texts and date are shown as they stand on its page",
                                    "label": "Event",
                                },
                            ),
                            118: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "A word above the title, for example: Tipp der Woche",
                                    "label": "Kicker",
                                    "max_length": 60,
                                    "required": False,
                                },
                            ),
                            119: (
                                "wagtail.blocks.StructBlock",
                                [[("event", 117), ("kicker", 118)]],
                                {},
                            ),
                            120: (
                                "univercity.blocks.choosers.PageChooserBlock",
                                ("calendar_pages.EventPage",),
                                {
                                    "help_text": "Its date, place and status are shown as they stand on its page",
                                    "label": "Event",
                                },
                            ),
                            121: (
                                "wagtail.blocks.DateBlock",
                                (),
                                {
                                    "help_text": "First day of the date to show, if the event has several; empty: the next one. For example: 27.11.2026",
                                    "label": "Day",
                                    "required": False,
                                },
                            ),
                            122: (
                                "wagtail.blocks.StructBlock",
                                [[("event", 120), ("day", 121)]],
                                {},
                            ),
                            123: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "For example: So finden Sie uns",
                                    "label": "Heading",
                                    "max_length": 120,
                                    "required": False,
                                },
                            ),
                            124: (
                                "univercity.blocks.choosers.SnippetChooserBlock",
                                ("calendar_pages.Venue",),
                                {"label": "Place"},
                            ),
                            125: (
                                "wagtail.blocks.ListBlock",
                                (124,),
                                {
                                    "help_text": "In this order; their facts are kept under “Calendar”. For example: Audimax",
                                    "label": "Places",
                                    "min_num": 1,
                                },
                            ),
                            126: (
                                "wagtail.blocks.StructBlock",
                                [[("heading", 123), ("venues", 125)]],
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
            ],
            options={
                "verbose_name": "event",
                "verbose_name_plural": "events",
            },
            bases=(
                univercity.alt_texts.ImagesWithAlt,
                univercity.page_address.lock.LockedSlug,
                univercity.previews.PagePreviews,
                "wagtailcore.page",
                models.Model,
            ),
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
            ],
            options={
                "verbose_name": "topic",
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
                ("in_source_language", models.BooleanField(default=False, editable=False)),
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
            ],
            options={
                "verbose_name": "format",
                "verbose_name_plural": "formats",
                "ordering": ["name"],
                "abstract": False,
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
                ("in_source_language", models.BooleanField(default=False, editable=False)),
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
            ],
            options={
                "verbose_name": "topic",
                "verbose_name_plural": "topics",
                "ordering": ["name"],
                "abstract": False,
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
            ],
            options={
                "verbose_name": "venue",
                "verbose_name_plural": "venues",
                "ordering": ["name"],
                "abstract": False,
            },
            bases=(modelsearch.index.Indexed, univercity.previews.SnippetPreview, models.Model),
        ),
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
                ("in_source_language", models.BooleanField(default=False, editable=False)),
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
            bases=(
                univercity.alt_texts.ImagesWithAlt,
                univercity.page_address.lock.LockedSlug,
                univercity.previews.PagePreviews,
                "wagtailcore.page",
            ),
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
            ],
            options={
                "verbose_name": "audience",
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
    ]
