import django.core.validators
import django.db.models.deletion
import modelcluster.fields
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
            name="LeitbildPage",
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
                        help_text="Why the network exists, for example: Bochum ist Stadt der Wissenschaft.",
                        verbose_name="introduction",
                    ),
                ),
                (
                    "steering_group_heading",
                    models.CharField(
                        blank=True,
                        help_text="For example: Lenkungskreis UniverCity Bochum",
                        max_length=120,
                        verbose_name="heading of the steering group",
                    ),
                ),
                (
                    "steering_group",
                    wagtail.fields.RichTextField(
                        blank=True,
                        help_text="Who sits in it and what it decides, for example: Er berät zweimal im Jahr.",
                        verbose_name="steering group and its task",
                    ),
                ),
                (
                    "principles",
                    wagtail.fields.StreamField(
                        [("principle", 2)],
                        block_lookup={
                            0: (
                                "wagtail.blocks.TextBlock",
                                (),
                                {
                                    "help_text": "The principle in one or two sentences, for example: Bochum bleibt neugierig.",
                                    "label": "Statement",
                                    "rows": 2,
                                },
                            ),
                            1: (
                                "univercity.blocks.text.RichTextBlock",
                                (),
                                {
                                    "help_text": "What follows from it, for example: Wir öffnen Labore und Hörsäle für alle.",
                                    "label": "Explanation",
                                },
                            ),
                            2: (
                                "wagtail.blocks.StructBlock",
                                [[("statement", 0), ("explanation", 1)]],
                                {},
                            ),
                        },
                        help_text="Numbered in this order; readers can link to each",
                        verbose_name="guiding principles",
                    ),
                ),
                (
                    "adopted_on",
                    models.DateField(
                        blank=True,
                        help_text="For example: 24.02.2011",
                        null=True,
                        verbose_name="adopted on",
                    ),
                ),
                (
                    "renewed_on",
                    models.DateField(
                        blank=True,
                        help_text="For example: 17.06.2024",
                        null=True,
                        verbose_name="renewed on",
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
                        help_text="Anything else worth telling, for example a quote",
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
                "verbose_name": "Leitbild",
                "verbose_name_plural": "Leitbilder",
            },
            bases=("wagtailcore.page",),
        ),
        migrations.CreateModel(
            name="PartnerIndexPage",
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
                        help_text="What connects the partners, for example: Stadt und Wissenschaft gemeinsam",
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
                "verbose_name": "partner index",
                "verbose_name_plural": "partner indexes",
            },
            bases=("wagtailcore.page",),
        ),
        migrations.CreateModel(
            name="PartnerPage",
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
                    "short_name",
                    models.CharField(
                        help_text="As people call it, for example: RUB",
                        max_length=60,
                        verbose_name="short name",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("university", "University"),
                            ("city", "City administration"),
                            ("business", "Business"),
                            ("student-services", "Student services"),
                            ("research-museum", "Research museum"),
                            ("culture", "Culture and education"),
                        ],
                        help_text="Groups the partners in lists, for example: University",
                        max_length=32,
                        verbose_name="kind",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("active", "Member"),
                            ("former", "Former member"),
                            ("merged", "Merged into another partner"),
                        ],
                        default="active",
                        help_text="For example: Member",
                        max_length=16,
                        verbose_name="membership",
                    ),
                ),
                (
                    "member_from",
                    models.DateField(
                        blank=True,
                        help_text="For example: 24.06.2014",
                        null=True,
                        verbose_name="member since",
                    ),
                ),
                (
                    "member_until",
                    models.DateField(
                        blank=True,
                        help_text="Last day of membership, for example: 31.12.2024",
                        null=True,
                        verbose_name="member until",
                    ),
                ),
                (
                    "website",
                    models.URLField(
                        blank=True,
                        help_text="For example: https://www.ruhr-uni-bochum.de",
                        verbose_name="website",
                    ),
                ),
                (
                    "introduction",
                    wagtail.fields.RichTextField(
                        blank=True,
                        help_text="Who the partner is, for example: Campusuniversität im Süden der Stadt.",
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
                        help_text="Up to four numbers with year and source, for example: 6000 Studierende, 2024",
                        verbose_name="key figures",
                    ),
                ),
                (
                    "contact_name",
                    models.CharField(
                        blank=True,
                        help_text="For example: Dezernat Kommunikation",
                        max_length=120,
                        verbose_name="contact",
                    ),
                ),
                (
                    "email",
                    models.EmailField(
                        blank=True,
                        help_text="For example: presse@hochschule.example",
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
                        help_text="Profiles of the institution, for example on Instagram",
                        verbose_name="social media",
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
                        help_text="Anything else worth telling, for example a text and an image",
                        verbose_name="content",
                    ),
                ),
                (
                    "logo",
                    models.ForeignKey(
                        blank=True,
                        help_text="On a transparent or white background, at least 400 pixels wide",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="univercity.image",
                        verbose_name="logo",
                    ),
                ),
                (
                    "successor",
                    models.ForeignKey(
                        blank=True,
                        help_text="The partner this one merged into, for example: Hochschule Bochum",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="predecessors",
                        to="network.partnerpage",
                        verbose_name="successor",
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
                "verbose_name": "partner",
                "verbose_name_plural": "partners",
            },
            bases=("wagtailcore.page", models.Model),
        ),
        migrations.CreateModel(
            name="LeitbildSignatory",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                (
                    "page",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="signatories",
                        to="network.leitbildpage",
                    ),
                ),
                (
                    "partner",
                    models.ForeignKey(
                        help_text="A partner of the network, for example: Stadt Bochum",
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="network.partnerpage",
                        verbose_name="partner",
                    ),
                ),
            ],
            options={
                "verbose_name": "signatory",
                "verbose_name_plural": "signatories",
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
    ]
