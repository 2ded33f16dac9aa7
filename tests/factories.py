"""Builders of content; each builds only what it is asked for."""

import datetime

import factory
import wagtail_factories
from django.utils import timezone

from calendar_pages.models import Audience, CalendarPage, EventDate, EventPage, Topic, Venue
from home.models import HomePage, StandardPage
from network.models import LeitbildPage, PartnerIndexPage, PartnerPage
from univercity.models import Document, Image, Person, SharedContent, User


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


class StandardPageFactory(wagtail_factories.PageFactory):
    title = factory.Sequence("Seite {}".format)

    class Meta:
        model = StandardPage


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
