"""Builders of content; each builds only what it is asked for."""

import datetime

import factory
import wagtail_factories
from django.db.models import F
from django.utils import timezone
from wagtail.models import Page, Site

from calendar_pages.models import Audience, CalendarPage, EventDate, EventPage, Topic, Venue
from home.models import HomePage, StandardPage
from network.models import LeitbildPage, PartnerIndexPage, PartnerPage
from univercity.content.accounts import User
from univercity.content.media.documents import Document
from univercity.content.media.images import Image
from univercity.content.snippets.people import Person
from univercity.content.snippets.shared_content import SharedContent


class UserFactory(factory.django.DjangoModelFactory):
    username = factory.Sequence("user{}".format)

    class Meta:
        model = User


class ImageFactory(wagtail_factories.ImageFactory):
    #: Renditions are cached by it, and the ids of images come again in later tests.
    file_hash = factory.Sequence("{:040x}".format)
    description = "Eine Treppe"
    credit = "© Ada Beispiel"

    class Meta:
        model = Image


class DocumentFactory(wagtail_factories.DocumentFactory):
    """A file of ten bytes; its name and with it its format is the argument ``filename``."""

    title = factory.Sequence("Programm {}".format)
    file = factory.django.FileField(
        filename=factory.SelfAttribute("..filename"), data=b"0123456789"
    )
    file_size = 10

    class Meta:
        model = Document

    class Params:
        filename = "programm.pdf"


class HomePageFactory(wagtail_factories.PageFactory):
    title = "Startseite"
    slug = "startseite"
    hero_heading = "Stadt und Wissen"

    class Meta:
        model = HomePage


def make_home():
    """Return the German home page, made the root of the default site in place of Wagtail's."""
    home = HomePageFactory(parent=Page.get_first_root_node())
    Site.objects.filter(is_default_site=True).update(root_page=home)
    Site.clear_site_root_paths_cache()
    remove_welcome_page()
    return home


def find_home():
    """Return the German home page that every database of tests has."""
    return HomePage.objects.get(slug="startseite")


def remove_welcome_page():
    """Remove the page that Wagtail's migrations make; as they left it, nothing refers to it.

    To ask all models whether something does takes longer than all else about the home page.
    """
    Page.objects.filter(slug="home", depth=2)._raw_delete("default")
    Page.objects.filter(depth=1).update(numchild=F("numchild") - 1)


class StandardPageFactory(wagtail_factories.PageFactory):
    title = factory.Sequence("Seite {}".format)

    class Meta:
        model = StandardPage


def add_pages(above, numbers):
    """Add pages below one in one query, without fields of a type, revisions and references."""
    Page.objects.bulk_create(
        Page(
            title=f"Seite {index}",
            slug=f"viele-{index}",
            path=f"{above.path}Z{Page._int2str(index):0>3}",
            depth=above.depth + 1,
            url_path=f"{above.url_path}viele-{index}/",
            content_type=above.content_type,
            locale=above.locale,
        )
        for index in numbers
    )


class PartnerIndexPageFactory(wagtail_factories.PageFactory):
    title = "Netzwerk"
    slug = "netzwerk"

    class Meta:
        model = PartnerIndexPage


class PartnerPageFactory(wagtail_factories.PageFactory):
    title = factory.Sequence("Hochschule {}".format)
    short_name = factory.Sequence("HS{}".format)
    kind = PartnerPage.Kind.UNIVERSITY

    class Meta:
        model = PartnerPage


class LeitbildPageFactory(wagtail_factories.PageFactory):
    title = "Leitbild"
    slug = "leitbild"
    introduction = "<p>Wofür wir stehen.</p>"
    principles = [
        ("principle", {"statement": "Wir sind neugierig.", "explanation": "<p>Immer.</p>"})
    ]

    class Meta:
        model = LeitbildPage


class CalendarPageFactory(wagtail_factories.PageFactory):
    title = "Kalender"
    slug = "kalender"

    class Meta:
        model = CalendarPage


class EventPageFactory(wagtail_factories.PageFactory):
    title = factory.Sequence("Vortrag {}".format)
    lead = "Ein Abend über Licht."

    class Meta:
        model = EventPage


class EventDateFactory(factory.django.DjangoModelFactory):
    """A date one week from now, 18:30 to 20:00."""

    page = factory.SubFactory(EventPageFactory)
    locale = factory.LazyAttribute(lambda date: date.page.locale)
    start_date = factory.LazyFunction(lambda: timezone.localdate() + datetime.timedelta(days=7))
    start_time = datetime.time(18, 30)
    end_time = datetime.time(20)

    class Meta:
        model = EventDate


class VenueFactory(factory.django.DjangoModelFactory):
    name = "Blue Square"

    class Meta:
        model = Venue


class TopicFactory(factory.django.DjangoModelFactory):
    name = "Wirtschaft"
    slug = "wirtschaft"

    class Meta:
        model = Topic


class AudienceFactory(factory.django.DjangoModelFactory):
    name = "Studieninteressierte"
    slug = "studieninteressierte"

    class Meta:
        model = Audience


class PersonFactory(factory.django.DjangoModelFactory):
    name = factory.Sequence("Projektbüro {}".format)
    role = "Ansprechperson für Partner"
    institution = "Haus Beispiel"
    email = "projektbuero@univercity.example"
    phone = "+49 234 123456"

    class Meta:
        model = Person


class SharedContentFactory(factory.django.DjangoModelFactory):
    name = factory.Sequence("Baustein {}".format)
    body = [("heading", {"text": "So erreichen Sie uns", "level": "2"}), ("text", "<p>Fragen?</p>")]

    class Meta:
        model = SharedContent
