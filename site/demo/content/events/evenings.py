"""Single evenings: fully booked, in English and online too, and one for German readers only."""

import datetime
from decimal import Decimal

from calendar_pages.models import EventPage
from demo.content.calendar import FRIDAY, MONDAY, TUESDAY, coming, event, on, terms, text
from demo.texts import Entry, Ref, T, same


def events(today: datetime.date) -> list[Entry]:
    return [
        _stars(coming(today, FRIDAY, 1)),
        _lecture(coming(today, TUESDAY, 1)),
        _advice(coming(today, MONDAY, 1)),
    ]


def _stars(day: datetime.date) -> Entry:
    return event(
        T("himmel-ueber-bochum", "the-sky-above-bochum"),
        T("Der Himmel über Bochum", "The sky above Bochum"),
        T(
            "Zurücklehnen und staunen: eine Reise durch die Sternbilder, live erklärt unter der "
            "Kuppel.",
            "Lean back and marvel: a journey through the constellations, explained live under the "
            "dome.",
        ),
        [on(day, "19:30", "20:45")],
        text(
            (
                "Alle Plätze sind vergeben. An der Abendkasse gibt es keine Karten mehr.",
                "All seats are taken. There are no tickets left at the door.",
            ),
        ),
        organiser=Ref("partner:stadt-bochum"),
        venue=Ref("venue:planetarium"),
        registration=EventPage.Registration.FULL,
        capacity=250,
        price_from=Decimal("9.50"),
        teaser_image=Ref("image:stars"),
        **terms("fuehrung vortrag", "alle familien", "chancen"),
    )


def _lecture(day: datetime.date) -> Entry:
    return event(
        T("lecture-cities-after-coal", "lecture-cities-after-coal"),
        same("Cities after Coal"),
        T(
            "Was das Ruhrgebiet und andere Kohleregionen voneinander lernen können. Vortrag auf "
            "Englisch, im Saal und als Stream mit Untertiteln.",
            "What the Ruhr area and other coal regions can learn from each other. A lecture in "
            "English, on site and streamed with captions.",
        ),
        [on(day, "17:00", "18:30")],
        text(
            (
                "Fragen sind auf Deutsch und Englisch willkommen.",
                "Questions are welcome in German and English.",
            ),
        ),
        organiser=Ref("partner:thga"),
        co_organisers=[{"partner": Ref("partner:deutsches-bergbau-museum")}],
        venue=Ref("venue:thga"),
        mode=EventPage.Mode.HYBRID,
        online_url="https://stream.univercity.example/cities-after-coal",
        spoken_languages=[{"language": "en"}],
        captions=True,
        is_free=True,
        teaser_image=Ref("image:turbines"),
        **terms("vortrag", "studierende internationale alle", "innovation willkommenskultur"),
    )


def _advice(day: datetime.date) -> Entry:
    """Written in German alone: the English calendar shows it with a note on its language."""
    return event(
        same("studieren-ohne-abitur"),
        same("Beratungscafé: Studieren ohne Abitur"),
        same(
            "Meisterbrief, Ausbildung, Berufserfahrung: Bei Kaffee und Kuchen erfahren Sie, welche "
            "Wege ohne Abitur an die Hochschule führen."
        ),
        [on(day, "16:00", "18:00")],
        text(
            (
                "Bringen Sie Ihre Fragen mit. Unterlagen brauchen Sie noch keine.",
                "Bringen Sie Ihre Fragen mit. Unterlagen brauchen Sie noch keine.",
            ),
        ),
        organiser=Ref("partner:ihk-mittleres-ruhrgebiet"),
        co_organisers=[{"partner": Ref("partner:evangelische-hochschule")}],
        venue=Ref("venue:bochum-marketing"),
        is_free=True,
        plain_language=True,
        teaser_image=Ref("image:coffee"),
        german_only=True,
        **terms("beratung", "studieninteressierte", "chancen bildungspotenziale"),
    )
