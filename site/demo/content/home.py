"""The home page."""

from typing import Any

from demo.texts import Entry, Ref, T, link, paragraphs
from home.models import HomePage

OWN_STATEMENT = T("UniverCity Bochum, eigene Angabe", "UniverCity Bochum, own statement")


def key_figure(qualifier: T, value: int, unit: T) -> tuple[str, Any]:
    """A figure of the network, which does not say of which year it is."""
    return (
        "key_figure",
        {
            "qualifier": qualifier,
            "value": str(value),
            "unit": unit,
            "year": None,
            "year_unknown": True,
            "source": OWN_STATEMENT,
            "source_url": "",
        },
    )


def column(heading: T, *texts: tuple[str, str]) -> list[tuple[str, Any]]:
    """A column with a heading of its own."""
    return [("heading", {"text": heading, "level": "3"}), ("text", paragraphs(*texts))]


WAYS_IN = (
    "section",
    {
        "background": "light",
        "width": "page",
        "content": [
            ("heading", {"text": T("Drei Wege hinein", "Three ways in"), "level": "2"}),
            (
                "lead",
                T(
                    "Forschung ist hier kein Raumschiff: Sie können hingehen, fragen und anfassen.",
                    "Research is no spaceship here: you can go there, ask and touch.",
                ),
            ),
            (
                "columns",
                {
                    "columns": [
                        column(
                            T("Zuhören", "Listen"),
                            (
                                "Vorträge und Gespräche am Abend, meist ohne Anmeldung und ohne "
                                "Eintritt.",
                                "Talks and conversations in the evening, mostly without "
                                "registration and free of charge.",
                            ),
                        ),
                        column(
                            T("Mitmachen", "Join in"),
                            (
                                "Labore und Werkstätten öffnen ihre Türen: Hier wird "
                                "ausprobiert, gemessen und gebaut.",
                                "Laboratories and workshops open their doors: here you try out, "
                                "measure and build.",
                            ),
                        ),
                        column(
                            T("Vorschlagen", "Suggest"),
                            (
                                "Sie kennen einen Ort, an dem Wissenschaft gut aufgehoben wäre? "
                                f"Sprechen Sie einen unserer {link('partners', 'Partner')} an.",
                                "You know a place where science would be in good hands? Talk to "
                                f"one of our {link('partners', 'partners')}.",
                            ),
                        ),
                    ]
                },
            ),
            (
                "button_group",
                {
                    "buttons": [
                        {
                            "label": T("Alle Veranstaltungen", "All events"),
                            "page": Ref("calendar"),
                            "url": "",
                        },
                        {
                            "label": T("Alle Partner", "All partners"),
                            "page": Ref("partners"),
                            "url": "",
                        },
                    ]
                },
            ),
        ],
    },
)

HOME = Entry(
    "home",
    HomePage,
    fields={
        "title": T("UniverCity Bochum", "UniverCity Bochum"),
        "slug": T("start", "home"),
        "teaser": T(
            "Stadt, Hochschulen und Partner machen Bochum gemeinsam zur Stadt der Wissenschaft.",
            "City, universities and partners together make Bochum a city of science.",
        ),
        "teaser_image": Ref("image:skyline"),
        "search_description": T(
            "Das Netzwerk von Stadt, Hochschulen und Partnern in Bochum: Leitbild, Mitglieder und "
            "der gemeinsame Veranstaltungskalender.",
            "The network of city, universities and partners in Bochum: mission, members and the "
            "joint calendar of events.",
        ),
        "hero_heading": T("Neugier ist hier zu Hause", "Curiosity lives here"),
        "hero_text": T(
            "In Bochum forschen, lernen und staunen Menschen Tür an Tür. UniverCity Bochum bringt "
            "sie zusammen.",
            "In Bochum people research, learn and marvel door to door. UniverCity Bochum brings "
            "them together.",
        ),
        "hero_image": Ref("image:skyline"),
        "key_figures": [
            key_figure(T("rund", "around"), 56000, T("Studierende", "students")),
            key_figure(T("annähernd", "nearly"), 10000, T("Beschäftigte", "employees")),
        ],
    },
    late={
        "hero_links": [
            (
                "link",
                {
                    "label": T("Was ist los in Bochum?", "What’s on in Bochum?"),
                    "page": Ref("calendar"),
                    "url": "",
                },
            ),
            (
                "link",
                {
                    "label": T("Das Netzwerk kennenlernen", "Meet the network"),
                    "page": Ref("partners"),
                    "url": "",
                },
            ),
        ],
        "introduction": paragraphs(
            (
                "Im Ruhrgebiet ist Bochum eine erste Adresse für Wissenschaft. Damit die ganze "
                "Stadt etwas davon hat, haben sich Stadt, Hochschulen, Wirtschaft, "
                "Studierendenwerk und Forschungsmuseum verbündet.",
                "In the Ruhr area Bochum is a first address for science. So that the whole city "
                "benefits, the municipality, universities, business, student services and a "
                "research museum have joined forces.",
            ),
            (
                f"Was sie antreibt, steht im {link('leitbild', 'Leitbild')}. Was sie auf die Beine "
                f"stellen, zeigt der {link('calendar', 'Kalender')}.",
                f"Read in the {link('leitbild', 'mission')} what drives them, and find what they "
                f"put on in the {link('calendar', 'calendar')}.",
            ),
        ),
        "body": [
            (
                "upcoming_events",
                {"heading": T("Als Nächstes in Bochum", "Next in Bochum"), "number": 6},
            ),
            (
                "event_teaser",
                {"event": Ref("event:wissensfestival"), "kicker": T("Im Blickpunkt", "In focus")},
            ),
            (
                "mission_teaser",
                {
                    "heading": T("Wofür wir stehen", "What we stand for"),
                    "text": T(
                        "Offen, verlässlich, neugierig: Sechs Leitideen sagen, wie wir Bochum als "
                        "Stadt der Wissenschaft gestalten wollen.",
                        "Open, reliable, curious: six guiding principles say how we want to shape "
                        "Bochum as a city of science.",
                    ),
                    "page": Ref("leitbild"),
                },
            ),
            (
                "partners",
                {
                    "heading": T("Wer dahintersteht", "Who stands behind it"),
                    "selection": "all",
                    "chosen": [],
                },
            ),
            WAYS_IN,
            (
                "call_to_action",
                {
                    "heading": T("Kommen Sie vorbei!", "Come along!"),
                    "text": T(
                        "Für viele Veranstaltungen brauchen Sie keine Vorkenntnisse, nur etwas "
                        "Zeit und gute Fragen.",
                        "For many events you need no previous knowledge, just a little time and "
                        "good questions.",
                    ),
                    "link": {
                        "label": T("Zum Kalender", "To the calendar"),
                        "page": Ref("calendar"),
                        "url": "",
                    },
                },
            ),
        ],
    },
)
