"""Prepared pages of the demo, with gaps for whoever makes a page from them."""

from dataclasses import dataclass
from typing import Any

from calendar_pages.models import EventPage
from demo.content import shared
from demo.texts import Entry, Ref, same
from home.models import StandardPage
from network.models import PartnerPage


@dataclass(frozen=True)
class Template:
    """A prepared page, and how editors find it."""

    entry: Entry
    name: str
    description: str


def heading(words: str) -> tuple[str, Any]:
    return ("heading", {"text": words, "level": "2"})


def text(*sentences: str) -> tuple[str, Any]:
    return ("text", "".join(f"<p>{sentence}</p>" for sentence in sentences))


def prepared(key: str, model: Any, parent: str, title: str, **fields: Any) -> Entry:
    fields = {"title": title, "slug": same(f"vorlage-{key}"), **fields}
    return Entry(f"template:{key}", model, fields, parent=parent, german_only=True)


PARTNER = prepared(
    "partner",
    PartnerPage,
    "partners",
    "Neuer Partner",
    short_name="[Kurzname]",
    kind=PartnerPage.Kind.UNIVERSITY,
    city="Bochum",
    introduction="<p>[Wer ist die Einrichtung? Zwei bis drei Sätze.]</p>",
    body=[
        heading("Was uns mit der Stadt verbindet"),
        text("[Ein Beispiel aus dem letzten Jahr: Was ist entstanden, wer war dabei?]"),
        (
            "key_figures",
            {
                "heading": "In Zahlen",
                "figures": [
                    {
                        "qualifier": "rund",
                        "value": 1000,
                        "unit": "[Studierende oder Beschäftigte]",
                        "year": 2026,
                        "year_unknown": False,
                        "source": "[Quelle]",
                        "source_url": "",
                    }
                ],
            },
        ),
    ],
)

SERIES = prepared(
    "vortragsreihe",
    EventPage,
    "calendar",
    "Neue Vortragsreihe",
    lead="[Worum geht es in der Reihe, und für wen ist sie? Zwei Sätze.]",
    kind=EventPage.Kind.UMBRELLA,
    spoken_languages=[{"language": "de"}],
    is_free=True,
    body=[
        heading("Das Programm"),
        text(
            "[Was verbindet die Abende? Die Termine erscheinen von selbst, sobald Sie einzelne "
            "Veranstaltungen anlegen und bei ihnen unter „Teil von“ diese Reihe wählen.]",
        ),
        heading("Gut zu wissen"),
        (
            "accordion",
            {
                "heading": "Häufige Fragen",
                "items": [
                    {"title": "Muss ich mich anmelden?", "text": "<p>[Ja oder nein, und wo]</p>"},
                    {"title": "Ist der Ort barrierefrei?", "text": "<p>[Eingang, Aufzug]</p>"},
                ],
            },
        ),
        shared.CONTACT,
    ],
)

LANDING = prepared(
    "landingpage",
    StandardPage,
    "home",
    "Neue Themenseite",
    introduction="[Das Thema in zwei Sätzen: Was finden Besucherinnen und Besucher hier?]",
    body=[
        text("[Einstieg: Warum ist das Thema für Bochum wichtig?]"),
        ("upcoming_events", {"heading": "Veranstaltungen zum Thema", "number": 3}),
        (
            "mission_teaser",
            {
                "heading": "Was das mit uns zu tun hat",
                "text": "[Welche Leitideen passen zum Thema?]",
                "page": Ref("leitbild"),
                "number": 3,
            },
        ),
        ("partners", {"heading": "Wer mitmacht", "selection": "all", "chosen": []}),
        shared.CONTACT,
    ],
)

TEMPLATES = [
    Template(
        PARTNER,
        "Neue Partnerseite",
        "Für eine Einrichtung, die dem Netzwerk beitritt: Vorstellung, Beispiel, Zahlen. Logo, "
        "Adresse und Kontakt ergänzen Sie.",
    ),
    Template(
        SERIES,
        "Neue Vortragsreihe",
        "Für mehrere Abende unter einem Dach: Programmtext, häufige Fragen, Kontakt. Termine und "
        "Ort ergänzen Sie.",
    ),
    Template(
        LANDING,
        "Neue Themenseite",
        "Für ein Thema, das viele Partner verbindet: Einstieg, Veranstaltungen, Leitideen, "
        "Partner, Kontakt.",
    ),
]
