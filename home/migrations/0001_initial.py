import django.db.models.deletion
import network.blocks
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
            name="HomePage",
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
                    "hero_heading",
                    models.CharField(
                        help_text="The first words visitors read, for example: Eine Stadt, die Wissen schafft",
                        max_length=120,
                        verbose_name="heading",
                    ),
                ),
                (
                    "hero_text",
                    models.TextField(
                        blank=True,
                        help_text="One or two sentences, for example: Zwölf Partner, ein gemeinsames Ziel.",
                        max_length=300,
                        verbose_name="text",
                    ),
                ),
                (
                    "hero_image_alt",
                    models.CharField(
                        blank=True,
                        help_text="What the image shows here; taken from the image if left empty, for example: Blick vom Campus auf die Stadt",
                        max_length=255,
                        verbose_name="alt text of the image",
                    ),
                ),
                (
                    "hero_links",
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
                        help_text="Up to two links, for example: Zum Kalender",
                        verbose_name="buttons",
                    ),
                ),
                (
                    "introduction",
                    wagtail.fields.RichTextField(
                        blank=True,
                        help_text="What the network is, for example: Stadt, Hochschulen und Partner gemeinsam",
                        verbose_name="introduction",
                    ),
                ),
                (
                    "key_figures",
                    wagtail.fields.StreamField(
                        [("key_figure", 7)],
                        blank=True,
                        block_lookup={
                            0: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "Before the number, for example: rund",
                                    "label": "Qualifier",
                                    "max_length": 30,
                                    "required": False,
                                },
                            ),
                            1: (
                                "wagtail.blocks.DecimalBlock",
                                (),
                                {
                                    "help_text": "Without separators and unit, for example: 56000",
                                    "label": "Number",
                                    "min_value": 0,
                                },
                            ),
                            2: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "What is counted, for example: Studierende",
                                    "label": "Unit",
                                    "max_length": 60,
                                },
                            ),
                            3: (
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
                            4: (
                                "wagtail.blocks.BooleanBlock",
                                (),
                                {
                                    "help_text": "The source does not say which year the number is from; the page says so.",
                                    "label": "Year not known",
                                    "required": False,
                                },
                            ),
                            5: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "Who says so, for example: IT.NRW, Hochschulstatistik",
                                    "label": "Source",
                                    "max_length": 160,
                                },
                            ),
                            6: (
                                "wagtail.blocks.URLBlock",
                                (),
                                {
                                    "help_text": "For example: https://www.it.nrw/statistik",
                                    "label": "Address of the source",
                                    "required": False,
                                },
                            ),
                            7: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("qualifier", 0),
                                        ("value", 1),
                                        ("unit", 2),
                                        ("year", 3),
                                        ("year_unknown", 4),
                                        ("source", 5),
                                        ("source_url", 6),
                                    ]
                                ],
                                {},
                            ),
                        },
                        help_text="Up to four numbers with year and source, for example: 56000 Studierende",
                        verbose_name="key figures",
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
                            ("partners", 43),
                            ("mission_teaser", 47),
                            ("upcoming_events", 50),
                            ("event_teaser", 53),
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
                            39: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "For example: Unsere Partner",
                                    "label": "Heading",
                                    "max_length": 120,
                                    "required": False,
                                },
                            ),
                            40: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": network.blocks.selection_choices,
                                    "help_text": "For example: All members, which needs no upkeep",
                                    "label": "Selection",
                                },
                            ),
                            41: (
                                "univercity.blocks.choosers.PageChooserBlock",
                                ("network.PartnerPage",),
                                {"label": "Partner"},
                            ),
                            42: (
                                "wagtail.blocks.ListBlock",
                                (41,),
                                {
                                    "default": [],
                                    "help_text": "Only for “Chosen one by one”, in this order",
                                    "label": "Chosen partners",
                                },
                            ),
                            43: (
                                "wagtail.blocks.StructBlock",
                                [[("heading", 39), ("selection", 40), ("chosen", 42)]],
                                {},
                            ),
                            44: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "For example: Wofür wir stehen",
                                    "label": "Heading",
                                    "max_length": 120,
                                },
                            ),
                            45: (
                                "wagtail.blocks.TextBlock",
                                (),
                                {
                                    "help_text": "For example: Sechs Leitideen tragen die Zusammenarbeit.",
                                    "label": "Text",
                                    "rows": 3,
                                },
                            ),
                            46: (
                                "univercity.blocks.choosers.PageChooserBlock",
                                ("network.LeitbildPage",),
                                {"help_text": "The page of the Leitbild", "label": "Leitbild"},
                            ),
                            47: (
                                "wagtail.blocks.StructBlock",
                                [[("heading", 44), ("text", 45), ("page", 46)]],
                                {},
                            ),
                            48: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "For example: Als Nächstes in Bochum",
                                    "label": "Heading",
                                    "max_length": 120,
                                },
                            ),
                            49: (
                                "wagtail.blocks.IntegerBlock",
                                (),
                                {
                                    "default": 3,
                                    "help_text": "How many dates to show, for example: 3",
                                    "label": "Number of dates",
                                    "max_value": 12,
                                    "min_value": 1,
                                },
                            ),
                            50: (
                                "wagtail.blocks.StructBlock",
                                [[("heading", 48), ("number", 49)]],
                                {},
                            ),
                            51: (
                                "univercity.blocks.choosers.PageChooserBlock",
                                ("calendar_pages.EventPage",),
                                {
                                    "help_text": "Its texts and date are shown as they stand on its page",
                                    "label": "Event",
                                },
                            ),
                            52: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "A word above the title, for example: Tipp der Woche",
                                    "label": "Kicker",
                                    "max_length": 60,
                                    "required": False,
                                },
                            ),
                            53: (
                                "wagtail.blocks.StructBlock",
                                [[("event", 51), ("kicker", 52)]],
                                {},
                            ),
                        },
                        help_text="Events, partners, mission and anything else, in the order you like",
                        verbose_name="content",
                    ),
                ),
                (
                    "hero_image",
                    models.ForeignKey(
                        blank=True,
                        help_text="Wide, at least 1920 × 960 pixels; set the focal point",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="univercity.image",
                        verbose_name="image",
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
                "verbose_name": "home page",
                "verbose_name_plural": "home pages",
            },
            bases=("wagtailcore.page",),
        ),
        migrations.CreateModel(
            name="StandardPage",
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
                    models.TextField(
                        blank=True,
                        help_text="The page in two sentences, for example: Wer diese Website verantwortet.",
                        max_length=500,
                        verbose_name="introduction",
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
                            ("partners", 43),
                            ("mission_teaser", 47),
                            ("upcoming_events", 50),
                            ("event_teaser", 53),
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
                            39: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "For example: Unsere Partner",
                                    "label": "Heading",
                                    "max_length": 120,
                                    "required": False,
                                },
                            ),
                            40: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": network.blocks.selection_choices,
                                    "help_text": "For example: All members, which needs no upkeep",
                                    "label": "Selection",
                                },
                            ),
                            41: (
                                "univercity.blocks.choosers.PageChooserBlock",
                                ("network.PartnerPage",),
                                {"label": "Partner"},
                            ),
                            42: (
                                "wagtail.blocks.ListBlock",
                                (41,),
                                {
                                    "default": [],
                                    "help_text": "Only for “Chosen one by one”, in this order",
                                    "label": "Chosen partners",
                                },
                            ),
                            43: (
                                "wagtail.blocks.StructBlock",
                                [[("heading", 39), ("selection", 40), ("chosen", 42)]],
                                {},
                            ),
                            44: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "For example: Wofür wir stehen",
                                    "label": "Heading",
                                    "max_length": 120,
                                },
                            ),
                            45: (
                                "wagtail.blocks.TextBlock",
                                (),
                                {
                                    "help_text": "For example: Sechs Leitideen tragen die Zusammenarbeit.",
                                    "label": "Text",
                                    "rows": 3,
                                },
                            ),
                            46: (
                                "univercity.blocks.choosers.PageChooserBlock",
                                ("network.LeitbildPage",),
                                {"help_text": "The page of the Leitbild", "label": "Leitbild"},
                            ),
                            47: (
                                "wagtail.blocks.StructBlock",
                                [[("heading", 44), ("text", 45), ("page", 46)]],
                                {},
                            ),
                            48: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "For example: Als Nächstes in Bochum",
                                    "label": "Heading",
                                    "max_length": 120,
                                },
                            ),
                            49: (
                                "wagtail.blocks.IntegerBlock",
                                (),
                                {
                                    "default": 3,
                                    "help_text": "How many dates to show, for example: 3",
                                    "label": "Number of dates",
                                    "max_value": 12,
                                    "min_value": 1,
                                },
                            ),
                            50: (
                                "wagtail.blocks.StructBlock",
                                [[("heading", 48), ("number", 49)]],
                                {},
                            ),
                            51: (
                                "univercity.blocks.choosers.PageChooserBlock",
                                ("calendar_pages.EventPage",),
                                {
                                    "help_text": "Its texts and date are shown as they stand on its page",
                                    "label": "Event",
                                },
                            ),
                            52: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "A word above the title, for example: Tipp der Woche",
                                    "label": "Kicker",
                                    "max_length": 60,
                                    "required": False,
                                },
                            ),
                            53: (
                                "wagtail.blocks.StructBlock",
                                [[("event", 51), ("kicker", 52)]],
                                {},
                            ),
                        },
                        help_text="For example headings and texts",
                        verbose_name="content",
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
                "verbose_name": "content page",
                "verbose_name_plural": "content pages",
            },
            bases=("wagtailcore.page",),
        ),
    ]
