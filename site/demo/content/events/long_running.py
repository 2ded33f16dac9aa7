"""Events that last for weeks: an exhibition, a puzzle trail, a deadline."""

import datetime
from decimal import Decimal

from calendar_pages.models import EventPage
from demo.content.calendar import at, event, terms, text, whole_days
from demo.texts import Entry, Ref, T


def events(today: datetime.date) -> list[Entry]:
    def days(count: int) -> datetime.date:
        return today + datetime.timedelta(count)

    return [
        _exhibition(days(-20), days(60)),
        _puzzle(days(5), days(33)),
        _deadline(days(-10), days(24)),
    ]


def _exhibition(first: datetime.date, last: datetime.date) -> Entry:
    return event(
        T("ausstellung-unter-uns", "exhibition-beneath-us"),
        T("Ausstellung: Unter uns", "Exhibition: Beneath us"),
        T(
            "Was liegt unter der Stadt? Karten, Klänge und Gestein erzählen vom Bochum, über das "
            "wir jeden Tag laufen.",
            "What lies below the city? Maps, sounds and rocks tell of the Bochum we walk across "
            "every day.",
        ),
        [whole_days(first, last)],
        text(
            (
                "Zu sehen während der Öffnungszeiten des Museums.",
                "On display during the museum’s opening hours.",
            ),
        ),
        kind=EventPage.Kind.OFFER,
        parent="partner:deutsches-bergbau-museum",
        venue=Ref("venue:bergbau-museum"),
        price_from=Decimal("5.00"),
        price_to=Decimal("10.00"),
        price_note=T(
            "Beispielpreise, ermäßigt ab 5 Euro.", "Example prices, concessions from 5 euros."
        ),
        teaser_image=Ref("image:mine"),
        **terms("ausstellung", "alle familien schulklassen", "urbanitaet"),
    )


def _puzzle(first: datetime.date, last: datetime.date) -> Entry:
    return event(
        T("raetseltour-durch-die-innenstadt", "city-centre-puzzle-trail"),
        T("Rätseltour durch die Innenstadt", "A puzzle trail through the city centre"),
        T(
            "Zwölf Rätsel an zwölf Orten, lösbar, wann immer Sie Zeit haben. Am Ende wartet eine "
            "kleine Überraschung.",
            "Twelve riddles in twelve places, to be solved whenever you have time. A small "
            "surprise awaits you at the end.",
        ),
        [whole_days(first, last)],
        text(
            (
                "Den ersten Hinweis gibt es an der Theke im Blue Square.",
                "The first clue is at the counter of the Blue Square.",
            ),
        ),
        kind=EventPage.Kind.OFFER,
        organiser=Ref("partner:stadt-bochum"),
        venue=Ref("venue:blue-square"),
        plain_language=True,
        is_free=True,
        age_min=6,
        teaser_image=Ref("image:puzzle"),
        **terms("stadtspaziergang", "familien kinder", "urbanitaet"),
    )


def _deadline(first: datetime.date, last: datetime.date) -> Entry:
    return event(
        T("bewerbung-univercity-wg", "univercity-flat-share-application"),
        T("Bewerbung für die UniverCity-WG", "Apply for the UniverCity flat share"),
        T(
            "Ein Semester zusammen wohnen und davon erzählen: Studierende verschiedener "
            "Hochschulen können sich als WG bewerben.",
            "Live together for a semester and tell the story: students of different universities "
            "can apply as a flat share.",
        ),
        [whole_days(first, last)],
        text(
            (
                "Schicken Sie ein kurzes Video oder eine Seite Text.",
                "Send a short video or one page of text.",
            ),
        ),
        kind=EventPage.Kind.DEADLINE,
        organiser=Ref("partner:akafoe"),
        mode=EventPage.Mode.ONLINE,
        registration=EventPage.Registration.REQUIRED,
        registration_url="https://anmeldung.univercity.example/wg",
        registration_closes=at(last, "23:59"),
        is_free=True,
        teaser_image=Ref("image:deadline"),
        **terms("beratung", "studierende erstsemester", "willkommenskultur"),
    )
