"""A festival and its parts, each with a place of its own."""

import datetime
from decimal import Decimal

from calendar_pages.models import EventPage
from demo.content import shared
from demo.content.calendar import (
    FRIDAY,
    coming,
    event,
    heading,
    on,
    terms,
    text,
    whole_days,
)
from demo.content.people import contact
from demo.content.pictures import (
    downloads,
    film,
    gallery,
    picture,
    sign_language_film,
    sound,
)
from demo.texts import Entry, Ref, T, bullets, paragraphs

FESTIVAL = Ref("event:wissensfestival")


def events(today: datetime.date) -> list[Entry]:
    friday = coming(today, FRIDAY, 2)
    saturday, sunday = friday + datetime.timedelta(1), friday + datetime.timedelta(2)
    return [_festival(friday, sunday), _slam(friday), _concert(saturday)]


def _festival(friday: datetime.date, sunday: datetime.date) -> Entry:
    return event(
        T("wissensfestival", "knowledge-festival"),
        T("Wissensfestival Bochum", "Bochum Festival of Knowledge"),
        T(
            "Drei Tage lang wird die Innenstadt zum Labor: mit Experimenten auf der Straße, "
            "Vorträgen im Café und Musik bis in die Nacht.",
            "For three days the city centre becomes a laboratory, with experiments in the street, "
            "talks in cafés and music late into the night.",
        ),
        [whole_days(friday, sunday)],
        text(
            (
                "Ob Roboter, Recht oder Romantik: Hochschulen und Partner zeigen, woran sie gerade "
                "arbeiten, und freuen sich auf Ihre Fragen.",
                "Robots, rights or the Romantics: universities and partners show what they are "
                "working on and look forward to your questions.",
            ),
        ),
        heading(T("Das erwartet Sie", "What to expect")),
        (
            "text",
            bullets(
                ("Stände zum Mitmachen für Groß und Klein", "Hands-on stalls for young and old"),
                ("Führungen hinter die Kulissen", "Tours behind the scenes"),
                ("Science-Slam und Konzert am Abend", "A science slam and a concert at night"),
            ),
        ),
        gallery(
            T("So könnte es aussehen", "What it might look like"),
            (
                "image:children",
                T(
                    "Zeichnung: Kinder staunen über Blitz und Moleküle",
                    "Drawing: children marvelling at lightning and molecules",
                ),
                T("Am Nachmittag wird ausprobiert.", "In the afternoon you can try things out."),
            ),
            (
                "image:route",
                T(
                    "Zeichnung: ein Stadtplan mit einem Weg von Station zu Station",
                    "Drawing: a city map with a walk from stop to stop",
                ),
                T("Ein Weg verbindet alle Orte.", "One walk connects all places."),
            ),
            (
                "image:coffee",
                T(
                    "Zeichnung: eine Kaffeetasse, aus der Gedanken aufsteigen",
                    "Drawing: a cup of coffee from which thoughts rise",
                ),
                T("Auch im Café wird vorgetragen.", "There are talks in cafés, too."),
            ),
        ),
        downloads(
            T("Programm zum Herunterladen", "Programme to download"),
            "festival-programme-de.txt",
            "festival-programme-en.txt",
        ),
        film(
            "image:network",
            T("Sechs Lichter gehen an", "Six lights come on"),
            T("sechs aufsteigende Töne", "six rising notes"),
            paragraphs(
                (
                    "Sechs Punkte auf dunklem Grund sind durch Linien verbunden. Einer nach dem "
                    "anderen leuchtet auf, und jeder bringt seinen eigenen Ton mit.",
                    "Six points on a dark ground are connected by lines. One after another they "
                    "light up, and each brings a note of its own.",
                ),
            ),
        ),
        (
            "places",
            {
                "heading": T("Hier ist etwas los", "Where things happen"),
                "venues": [Ref("venue:bergbau-museum"), Ref("venue:ruhr-universitaet")],
            },
        ),
        contact(T("Fragen zur Barrierefreiheit", "Questions on accessibility"), "access"),
        shared.CONTACT,
        kind=EventPage.Kind.UMBRELLA,
        featured=True,
        organiser=Ref("partner:bochum-marketing"),
        co_organisers=[
            {"partner": Ref("partner:stadt-bochum")},
            {"partner": Ref("partner:ruhr-universitaet-bochum")},
            {"partner": Ref("partner:hochschule-bochum")},
        ],
        spoken_languages=[{"language": "de"}, {"language": "en"}],
        is_free=True,
        teaser_image=Ref("image:festival"),
        **terms("festival", "alle familien", "vernetzung urbanitaet"),
    )


def _slam(friday: datetime.date) -> Entry:
    return event(
        T("campus-slam", "campus-slam"),
        T("Campus-Slam: Acht Minuten Forschung", "Campus Slam: eight minutes of research"),
        T(
            "Sechs Forschende, je acht Minuten, ein Publikum mit Stimmrecht: Wer erklärt seine "
            "Arbeit am besten?",
            "Six researchers, eight minutes each and an audience with a vote: who explains their "
            "work best?",
        ),
        [on(friday, "20:00", "00:30", last_day=friday + datetime.timedelta(1))],
        picture(
            "image:stage",
            T(
                "Zeichnung: eine Bühne mit Mikrofon im Scheinwerferlicht",
                "Drawing: a stage with a microphone in the spotlight",
            ),
            T("So könnte der Freitagabend aussehen.", "What Friday night might look like."),
        ),
        (
            "quote",
            {
                "text": T(
                    "Wer in acht Minuten erklären kann, was er tut, hat es selbst verstanden.",
                    "If you can explain what you do in eight minutes, you have understood it.",
                ),
                "person": T("Ada Beispiel", "Ada Beispiel"),
                "role": T("Erfundene Moderatorin des Abends", "The evening’s invented host"),
            },
        ),
        ("date_box", {"event": FESTIVAL, "day": None}),
        (
            "video",
            {
                "title": T("Beispielvideo von Vimeo", "Example video from Vimeo"),
                "url": "https://vimeo.com/76979871",
                "alternative": paragraphs(
                    (
                        "Das Video steht hier nur als Platzhalter. Es führt die Bedienung des "
                        "Videospielers vor und hat mit dem Slam nichts zu tun.",
                        "The video is merely a placeholder. It demonstrates the controls of the "
                        "player and has nothing to do with the slam.",
                    ),
                ),
            },
        ),
        series=FESTIVAL,
        organiser=Ref("partner:ruhr-universitaet-bochum"),
        venue=Ref("venue:ruhr-universitaet"),
        room="Audimax",
        capacity=400,
        price_from=Decimal("5.00"),
        price_to=Decimal("8.00"),
        price_note=T("Studierende zahlen 5 Euro.", "Students pay 5 euros."),
        ticket_url="https://karten.univercity.example/campus-slam",
        teaser_image=Ref("image:stage"),
        **terms("science-slam", "studierende alle", "vernetzung"),
    )


def _concert(saturday: datetime.date) -> Entry:
    return event(
        T("konzert-nach-der-arbeit", "after-work-concert"),
        T("After-Work-Konzert: Pop trifft Physik", "After-work concert: pop meets physics"),
        T(
            "Junge Bands spielen, und zwischen den Stücken verrät die Physik, warum es klingt. "
            "Stehplätze, gute Laune, Gebärdensprache auf der Bühne.",
            "Young bands play, and between the songs physics reveals why it sounds the way it "
            "does. Standing room, good spirits and sign language on stage.",
        ),
        [on(saturday, "18:00", "21:00")],
        text(
            (
                "Was schwingt da eigentlich, und warum tanzen wir? Kleine Versuche auf der Bühne "
                "geben Antwort.",
                "What is it that vibrates, and why do we dance? Small experiments on stage give "
                "the answer.",
            ),
        ),
        sign_language_film(
            "image:stars",
            T("Platzhalter für einen Film in DGS", "Placeholder for a film in DGS"),
            paragraphs(
                (
                    "Hier stünde die Einladung zum Konzert in Deutscher Gebärdensprache. "
                    "Der Film zeigt stattdessen sechs Lichter.",
                    "Here you would find the invitation to the concert in German Sign Language. "
                    "The film shows six lights instead.",
                ),
            ),
        ),
        sound(
            T("Hörprobe: sechs Töne", "Listen: six notes"),
            paragraphs(
                (
                    "Zu hören sind sechs Töne, die langsam ansteigen. Gesprochen wird nicht.",
                    "What you hear are six notes that slowly rise. Nothing is said.",
                ),
            ),
        ),
        (
            "instagram",
            {
                "title": T("Beispiel für einen Beitrag", "Example of a post"),
                "url": "https://www.instagram.com/p/C1aBcDeFgHi/",
                "text": T(
                    "Diesen Beitrag gibt es nicht: Die Adresse ist erfunden. Er zeigt, wie die "
                    "Seite fragt, bevor sie etwas von anderen lädt.",
                    "This post does not exist: its address is invented. It shows how the page "
                    "asks before it loads anything from others.",
                ),
            },
        ),
        series=FESTIVAL,
        organiser=Ref("partner:folkwang-universitaet"),
        venue=Ref("venue:blue-square"),
        sign_language=True,
        is_free=True,
        teaser_image=Ref("image:stage"),
        **terms("konzert", "alle studierende", "urbanitaet"),
    )
