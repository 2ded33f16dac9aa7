"""Events to which something happened: cancelled, moved online, moved to another date."""

import datetime

from calendar_pages.models import EventPage
from demo.content.calendar import MONDAY, THURSDAY, WEDNESDAY, at, coming, event, on, terms, text
from demo.texts import Entry, Ref, T


def events(today: datetime.date) -> list[Entry]:
    return [
        _cancelled(coming(today, WEDNESDAY, 1)),
        _moved_online(coming(today, MONDAY, 2)),
        _rescheduled(coming(today, THURSDAY, 3), coming(today, THURSDAY, 0)),
    ]


def _cancelled(day: datetime.date) -> Entry:
    return event(
        T("brain-cafe-wie-riecht-erinnerung", "brain-cafe-the-smell-of-memory"),
        T("Brain-Café: Wie riecht Erinnerung?", "Brain Café: the smell of memory"),
        T(
            "Warum uns ein Duft in die Kindheit zurückversetzt: Hirnforschung bei Kaffee und "
            "Kuchen.",
            "Why a scent takes us back to childhood: brain research over coffee and cake.",
        ),
        [on(day, "16:00", "17:30")],
        text(
            (
                "Sobald es einen Ersatztermin gibt, steht er hier.",
                "As soon as there is a new date, you will find it here.",
            ),
        ),
        status=EventPage.Status.CANCELLED,
        status_note=T(
            "Die Referentin ist erkrankt. Bezahlt werden musste noch nichts.",
            "The speaker has fallen ill. Nothing had to be paid yet.",
        ),
        organiser=Ref("partner:ruhr-universitaet-bochum"),
        venue=Ref("venue:blue-square"),
        is_free=True,
        teaser_image=Ref("image:coffee"),
        **terms("vortrag diskussion", "alle", "chancen"),
    )


def _moved_online(day: datetime.date) -> Entry:
    return event(
        T("workshop-gruenden-neben-dem-studium", "workshop-start-up-while-studying"),
        T("Workshop: Gründen neben dem Studium", "Workshop: start a business while studying"),
        T(
            "Von der Idee zum ersten Auftrag: Gründerinnen und Gründer erzählen, was sie gern "
            "früher gewusst hätten.",
            "From the idea to the first order: founders tell you what they wish they had known "
            "earlier.",
        ),
        [on(day, "17:00", "19:30")],
        text(
            (
                "Den Link erhalten Sie nach der Anmeldung auch per E-Mail.",
                "You will also receive the link by e-mail after registering.",
            ),
        ),
        status=EventPage.Status.MOVED_ONLINE,
        status_note=T(
            "Der Raum wird renoviert. Wir treffen uns zur selben Zeit im Netz.",
            "The room is being renovated. We meet online at the same time.",
        ),
        mode=EventPage.Mode.ONLINE,
        online_url="https://treffen.univercity.example/gruenden",
        organiser=Ref("partner:ebz-business-school"),
        co_organisers=[{"partner": Ref("partner:ihk-mittleres-ruhrgebiet")}],
        registration=EventPage.Registration.REQUIRED,
        registration_url="https://anmeldung.univercity.example/gruenden",
        registration_closes=at(day - datetime.timedelta(1), "12:00"),
        capacity=30,
        is_free=True,
        teaser_image=Ref("image:workshop"),
        **terms("workshop", "studierende unternehmen", "wirtschaft innovation"),
    )


def _rescheduled(day: datetime.date, former_day: datetime.date) -> Entry:
    return event(
        T("stadtgespraech-gesund-altern", "city-talk-growing-old-in-good-health"),
        T("Stadtgespräch: Gesund älter werden", "City talk: growing old in good health"),
        T(
            "Was hält uns fit, was hilft im Viertel? Fachleute aus Pflege, Therapie und "
            "Stadtplanung im Gespräch mit Ihnen.",
            "What keeps us fit, and what helps in the neighbourhood? Experts in nursing, therapy "
            "and urban planning talk with you.",
        ),
        [on(day, "18:00", "19:30")],
        text(
            (
                "Nach dem Gespräch ist Zeit für einzelne Fragen.",
                "There will be time for individual questions afterwards.",
            ),
        ),
        status=EventPage.Status.RESCHEDULED,
        status_note=T(
            "Anmeldungen für den ersten Termin gelten weiter.",
            "Registrations for the first date remain valid.",
        ),
        previous_start=at(former_day, "18:00"),
        organiser=Ref("partner:hochschule-bochum"),
        co_organisers=[{"partner": Ref("partner:evangelische-hochschule")}],
        venue=Ref("venue:blue-square"),
        registration=EventPage.Registration.OPTIONAL,
        registration_email="stadtgespraech@univercity.example",
        is_free=True,
        sign_language=True,
        teaser_image=Ref("image:network"),
        **terms("diskussion", "alle unternehmen", "chancen urbanitaet"),
    )
