"""The pages that a benchmark copies: one event and one free page, in German and in English."""

import datetime
import io
import json
import random
import uuid

from django.core.files.base import ContentFile
from PIL import Image as Picture
from wagtail.models import Locale, Page, Site

from calendar_pages.models import CalendarPage, EventDate, EventPage, EventTopic, Topic, Venue
from home.models import HomePage, StandardPage
from network.models import PartnerIndexPage, PartnerPage
from univercity.content.media.images import Image
from univercity.content.snippets.people import Person

PUBLISHED = datetime.datetime(2026, 1, 2, 12, 0, tzinfo=datetime.UTC)
WORDS = (
    "Wissen entsteht, wo Menschen fragen; die Stadt ist Labor, Bühne und Treffpunkt zugleich, "
    "und wer neugierig ist, findet hier an jedem Abend eine offene Tür. "
) * 3


def build_site(random_source: random.Random) -> tuple[EventPage, StandardPage]:
    """Build a site with one event and one free page, each with 15 blocks, and return both."""
    german, _ = Locale.objects.get_or_create(language_code="de")
    Locale.objects.get_or_create(language_code="en")
    welcome = Page.objects.get(depth=2)
    home = HomePage(title="Startseite", slug="startseite", hero_heading="Stadt", locale=german)
    add(Page.get_first_root_node(), home, random_source)
    Site.objects.update(root_page=home, hostname="127.0.0.1", port=80)
    welcome.delete()
    calendar = add(home, CalendarPage(title="Kalender", slug="kalender"), random_source)
    network = add(home, PartnerIndexPage(title="Netzwerk", slug="netzwerk"), random_source)
    partner = PartnerPage(title="Hochschule", slug="hochschule", short_name="HS", kind="university")
    add(network, partner, random_source)
    images = [make_image(number) for number in range(3)]
    facts = {
        "teaser": "Ein Abend über Licht.",
        "teaser_image": images[0],
        "teaser_image_alt": "Licht",
        "body": json.dumps(fifteen_blocks(home, images, random_source)),
    }
    section = add(home, StandardPage(title="Bereich", slug="bereich"), random_source)
    page = StandardPage(title="Seite", slug="seite", introduction="Zwei Sätze.", **facts)
    event = EventPage(
        title="Vortrag",
        slug="vortrag",
        lead="Wie klingt Licht?",
        organiser=partner,
        venue=Venue.objects.create(name="Blue Square"),
        **facts,
    )
    add(section, page, random_source)
    add(calendar, event, random_source)
    relate(event)
    return event, page


def add(parent, page, random_source):
    """Put a published page below ``parent``."""
    page.translation_key = make_key(random_source)
    page.first_published_at = page.last_published_at = PUBLISHED
    parent.add_child(instance=page)
    return page


def make_key(random_source):
    return uuid.UUID(int=random_source.getrandbits(128), version=4)


def relate(event):
    """Give an event a date and a topic."""
    time = datetime.time(18, 30)
    EventDate.objects.create(
        page=event, locale=event.locale, start_date=datetime.date(2030, 1, 1), start_time=time
    )
    topic, _ = Topic.objects.get_or_create(name="Wirtschaft", slug="wirtschaft")
    EventTopic.objects.create(page=event, topic=topic, locale=event.locale)


def make_image(number):
    """Return a photo-sized image whose file is the same in every run."""
    file = io.BytesIO()
    picture = Picture.linear_gradient("L").resize((2000, 1250)).rotate(90 * number)
    picture.convert("RGB").save(file, "JPEG")
    content = ContentFile(file.getvalue(), name=f"bild-{number}.jpg")
    return Image.objects.create(
        title=f"Bild {number}", file=content, description="Ein Verlauf", credit="© Ada Beispiel"
    )


def fifteen_blocks(target, images, random_source):
    """Return a stream of 15 blocks: texts with links, three images, a snippet and others."""
    text = f'<p>{WORDS} <a linktype="page" id="{target.pk}">Zur Startseite</a></p>'
    person = Person.objects.create(name="Projektbüro", role="Kontakt", email="a@bochum.example")
    link = {"label": "Mehr", "page": target.pk, "url": ""}
    question = {"title": "Wann?", "text": text}
    blocks = [
        ("lead", "Jede Woche eine offene Tür."),
        *(
            block
            for number, image in enumerate(images)
            for block in (
                ("heading", {"text": f"Abschnitt {number}", "level": "2"}),
                ("text", text),
                ("figure", {"image": chosen(image), "caption": "Der Hörsaal"}),
            )
        ),
        ("quote", {"text": "Wer fragt, gehört dazu.", "person": "Ada", "role": "Physikerin"}),
        ("accordion", {"heading": "Fragen", "items": listed([question], random_source)}),
        ("call_to_action", {"heading": "Kommen Sie!", "text": "Bald.", "link": link}),
        ("text", text),
        ("person", {"heading": "Kontakt", "persons": listed([person.pk], random_source)}),
    ]
    return [
        {"type": name, "value": value, "id": str(make_key(random_source))} for name, value in blocks
    ]


def chosen(image):
    return {"image": image.pk, "alt_text": "Ein Verlauf", "decorative": False}


def listed(values, random_source):
    return [
        {"type": "item", "value": value, "id": str(make_key(random_source))} for value in values
    ]
