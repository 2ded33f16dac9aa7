"""Events of several dates: a lecture series, an open workshop, a children's university, tours."""

import datetime

from calendar_pages.models import EventPage
from demo.content.calendar import (
    SATURDAY,
    THURSDAY,
    TUESDAY,
    WEDNESDAY,
    accordion,
    at,
    coming,
    event,
    heading,
    on,
    terms,
    text,
)
from demo.texts import Entry, Ref, T, paragraphs

LECTURES = [
    (1, T("Wie wohnen wir morgen?", "How will we live tomorrow?")),
    (2, T("Was weiß die Stadt über uns?", "What does the city know about us?")),
    (4, T("Wem gehört der Schatten?", "Who owns the shade?")),
    (7, T("Wie klingt ein gutes Viertel?", "What does a good neighbourhood sound like?")),
    (11, T("Was kommt nach der Kohle?", "What comes after coal?")),
]


def events(today: datetime.date) -> list[Entry]:
    return [_lectures(today), _makerspace(today), _children(today), _tours(today)]


def _lectures(today: datetime.date) -> Entry:
    return event(
        T("fuenf-fragen-an-die-stadt", "five-questions-to-the-city"),
        T("Fünf Fragen an die Stadt von morgen", "Five questions to the city of tomorrow"),
        T(
            "Fünf Abende, fünf Fragen: Forschende aus Bochum sprechen mit Ihnen darüber, wie wir "
            "künftig leben wollen. Vorwissen brauchen Sie nicht.",
            "Five evenings, five questions: researchers from Bochum talk with you about how we "
            "want to live in future. You need no previous knowledge.",
        ),
        [
            on(coming(today, THURSDAY, weeks), "18:30", "20:00", title=title)
            for weeks, title in LECTURES
        ],
        text(
            (
                "Jeder Abend beginnt mit einem Vortrag von einer halben Stunde. Danach gehört das "
                "Mikrofon Ihnen.",
                "Each evening begins with a talk of half an hour. After that the microphone is "
                "yours.",
            ),
        ),
        (
            "key_figures",
            {
                "heading": T("Die Reihe in Zahlen", "The series in numbers"),
                "figures": [
                    _figure(5, T("Abende", "evenings"), today.year),
                    _figure(90, T("Minuten je Abend", "minutes per evening"), today.year),
                ],
            },
        ),
        accordion(
            T("Häufige Fragen", "Frequent questions"),
            (
                T("Muss ich mich anmelden?", "Do I have to register?"),
                paragraphs(
                    ("Nein, kommen Sie einfach vorbei.", "No, just come along."),
                ),
            ),
            (
                T("Kann ich einzelne Abende besuchen?", "May I come to single evenings?"),
                paragraphs(
                    ("Ja, jeder Abend steht für sich.", "Yes, each evening stands on its own."),
                ),
            ),
        ),
        organiser=Ref("partner:ruhr-universitaet-bochum"),
        co_organisers=[{"partner": Ref("partner:hochschule-bochum")}],
        venue=Ref("venue:blue-square"),
        is_free=True,
        capacity=120,
        featured=True,
        teaser_image=Ref("image:lecture"),
        **terms("ringvorlesung vortrag", "alle", "urbanitaet vernetzung"),
    )


def _figure(value: int, unit: T, year: int) -> dict:
    return {
        "qualifier": "",
        "value": str(value),
        "unit": unit,
        "year": year,
        "year_unknown": False,
        "source": T("Programm der Beispielreihe", "Programme of the example series"),
        "source_url": "",
    }


def _makerspace(today: datetime.date) -> Entry:
    return event(
        T("offene-werkstatt-im-makerspace", "makerspace-open-hours"),
        T("Offene Werkstatt im MakerSpace", "MakerSpace open hours"),
        T(
            "3D-Druck, Lötkolben, Lasercutter: Mittwochs setzen Sie eigene Ideen um, mit Hilfe, "
            "wenn Sie welche brauchen.",
            "3D printing, soldering, laser cutting: on Wednesdays you turn your own ideas into "
            "reality, with help if you need it.",
        ),
        [on(coming(today, WEDNESDAY, weeks), "15:00", "17:00") for weeks in range(6)],
        heading(T("So machen Sie mit", "How to take part")),
        text(
            (
                "Schreiben Sie uns bis zum Vortag, was Sie vorhaben. Es gibt fünf Plätze.",
                "Tell us by the day before what you have in mind. There are five places.",
            ),
        ),
        kind=EventPage.Kind.OFFER,
        organiser=Ref("partner:thga"),
        venue=Ref("venue:thga"),
        registration=EventPage.Registration.REQUIRED,
        registration_email="makerspace@thga.example",
        capacity=5,
        is_free=True,
        age_min=14,
        teaser_image=Ref("image:workshop"),
        **terms("offene-werkstatt", "studierende alle", "innovation"),
    )


def _children(today: datetime.date) -> Entry:
    first = coming(today, TUESDAY, 3)
    second = first + datetime.timedelta(1)
    return event(
        T("kinderuni-warum-blitzt-es", "childrens-university-lightning"),
        T("KinderUni: Warum blitzt es?", "Children’s university: why is there lightning?"),
        T(
            "Zwei Vormittage im großen Hörsaal: Es knistert, es kracht, und am Ende wissen alle, "
            "wie ein Gewitter entsteht.",
            "Two mornings in the big lecture hall: it crackles, it bangs, and in the end everyone "
            "knows how a thunderstorm comes about.",
        ),
        [
            on(first, "09:30", "12:00", title=T("Tag 1: Der Funke", "Day 1: the spark")),
            on(second, "09:30", "12:00", title=T("Tag 2: Der Donner", "Day 2: the thunder")),
        ],
        text(
            (
                "Für Kinder der dritten und vierten Klassen. Schulklassen melden sich gemeinsam "
                "an.",
                "For children in years three and four. School classes register as a group.",
            ),
        ),
        organiser=Ref("partner:ruhr-universitaet-bochum"),
        venue=Ref("venue:ruhr-universitaet"),
        room="Audimax",
        age_min=8,
        age_max=11,
        plain_language=True,
        registration=EventPage.Registration.REQUIRED,
        registration_url="https://anmeldung.univercity.example/kinderuni",
        registration_opens=at(today, "08:00"),
        registration_closes=at(first - datetime.timedelta(7), "23:59"),
        capacity=1800,
        is_free=True,
        teaser_image=Ref("image:children"),
        **terms("kinderuni", "kinder schulklassen lehrkraefte", "chancen"),
    )


def _tours(today: datetime.date) -> Entry:
    return event(
        T("univercity-tour", "univercity-tour"),
        T("UniverCity-Tour: zu Fuß durch die Wissensstadt", "UniverCity tour on foot"),
        T(
            "Von der Bühne zum Förderturm: ein Spaziergang zu Orten, an denen Bochum denkt, spielt "
            "und gräbt.",
            "From the stage to the headframe: a walk to places where Bochum thinks, plays and "
            "digs.",
        ),
        [on(coming(today, SATURDAY, weeks), "15:00") for weeks in (0, 1, 2)],
        text(
            (
                "Wir gehen etwa zwei Kilometer und nehmen uns so viel Zeit, wie Sie Fragen haben.",
                "We walk about two kilometres and take as much time as you have questions.",
            ),
        ),
        organiser=Ref("partner:bochum-marketing"),
        venue=Ref("venue:bergbau-museum"),
        meeting_point=T(
            "Vor dem Schauspielhaus, Königsallee 15",
            "In front of the Schauspielhaus, Königsallee 15",
        ),
        registration=EventPage.Registration.OPTIONAL,
        registration_email="touren@univercity.example",
        spoken_languages=[{"language": "de"}, {"language": "en"}],
        is_free=True,
        capacity=25,
        teaser_image=Ref("image:route"),
        **terms("stadtspaziergang fuehrung", "erstsemester internationale", "willkommenskultur"),
    )
