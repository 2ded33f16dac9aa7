"""Builders of content; each builds only what it is asked for."""

import datetime

import factory
import wagtail_factories
from django.utils import timezone

from calendar_pages.models import CalendarPage, EventDate, EventPage, Topic, Venue
from home.models import HomePage, StandardPage
from network.models import LeitbildPage, PartnerIndexPage, PartnerPage
from univercity.models import Image, User


class UserFactory(factory.django.DjangoModelFactory):
    username = factory.Sequence("user{}".format)

    class Meta:
        model = User


class ImageFactory(wagtail_factories.ImageFactory):
    description = "Eine Treppe"
    credit = "© Ada Beispiel"

    class Meta:
        model = Image


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
