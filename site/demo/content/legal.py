"""Imprint and privacy: the frame, with gaps for the operator to fill."""

from typing import Any

from demo.texts import Entry, T, paragraphs
from home.models import StandardPage


def gap(german: str, english: str) -> tuple[str, str]:
    """Return a paragraph that the operator has to fill in."""
    return f"<b>[Bitte ergänzen: {german}]</b>", f"<b>[To be completed: {english}]</b>"


def heading(german: str, english: str) -> tuple[str, Any]:
    return ("heading", {"text": T(german, english), "level": "2"})


def section(german: str, english: str, *texts: tuple[str, str]) -> list[tuple[str, Any]]:
    """Return a heading and the text below it."""
    return [heading(german, english), ("text", paragraphs(*texts))]


def notice(kind: str, heading: T, *texts: tuple[str, str]) -> tuple[str, Any]:
    return ("notice", {"kind": kind, "heading": heading, "text": paragraphs(*texts)})


def row(*cells: T) -> dict[str, list[T]]:
    return {"values": list(cells)}


#: Opens each page that still has gaps.
TO_BE_COMPLETED = notice(
    "warning",
    T("Diese Seite hat noch Lücken", "This page still has gaps"),
    (
        "Was in eckigen Klammern steht, ergänzt der Betreiber, bevor die Website öffentlich wird.",
        "What stands in square brackets is completed by the operator before the website opens.",
    ),
)

IMPRINT = Entry(
    "imprint",
    StandardPage,
    parent="home",
    fields={
        "title": T("Impressum", "Imprint"),
        "slug": T("impressum", "imprint"),
        "introduction": T(
            "Wer diese Website verantwortet.", "Who is responsible for this website."
        ),
        "body": [
            TO_BE_COMPLETED,
            *section(
                "Anbieter",
                "Provider",
                ("UniverCity Bochum e. V.", "UniverCity Bochum e. V. (registered association)"),
                gap("Anschrift, Telefon und E-Mail", "postal address, telephone and e-mail"),
            ),
            *section(
                "Vertretung",
                "Represented by",
                gap(
                    "Namen der vertretungsberechtigten Vorstandsmitglieder",
                    "names of the board members entitled to represent the association",
                ),
            ),
            *section(
                "Register",
                "Register",
                gap(
                    "Registergericht und Vereinsregisternummer, gegebenenfalls "
                    "Umsatzsteuer-Identifikationsnummer",
                    "court and number of registration, VAT number if there is one",
                ),
            ),
            *section(
                "Verantwortlich für redaktionelle Inhalte",
                "Responsible for editorial content",
                gap("Name und Anschrift", "name and address"),
            ),
            *section(
                "Bildnachweise",
                "Picture credits",
                (
                    "Der Nachweis steht unter jedem Bild. Die Zeichnungen dieser Vorführung hat "
                    "das Programm selbst erzeugt.",
                    "The credit is given below each picture. The drawings of this demo were made "
                    "by the software itself.",
                ),
            ),
        ],
    },
)

PRIVACY = Entry(
    "privacy",
    StandardPage,
    parent="home",
    fields={
        "title": T("Datenschutz", "Privacy"),
        "slug": T("datenschutz", "privacy"),
        "introduction": T(
            "Welche Daten beim Besuch anfallen, wozu, und welche Rechte Sie haben.",
            "Which data your visit creates, what for, and which rights you have.",
        ),
        "body": [
            TO_BE_COMPLETED,
            *section(
                "Verantwortliche Stelle",
                "Controller",
                ("UniverCity Bochum e. V.", "UniverCity Bochum e. V."),
                gap(
                    "Anschrift und Kontakt, Kontakt der oder des Datenschutzbeauftragten",
                    "address and contact, contact of the data protection officer",
                ),
            ),
            *section(
                "Besuch der Website",
                "Visiting the website",
                (
                    "Beim Aufruf einer Seite verarbeitet der Server technisch notwendige Angaben "
                    "wie Adresse, Zeitpunkt und Browser.",
                    "When you open a page, the server processes technically necessary details such "
                    "as address, time and browser.",
                ),
                gap(
                    "Hosting-Anbieter, Speicherdauer der Protokolle, Rechtsgrundlage",
                    "hosting provider, how long logs are kept, legal basis",
                ),
            ),
            (
                "table",
                {
                    "caption": T(
                        "Was beim Aufruf einer Seite anfällt", "What opening a page creates"
                    ),
                    "columns": [
                        {"type": "text", "heading": T("Angabe", "Detail")},
                        {"type": "text", "heading": T("Wozu", "What for")},
                    ],
                    "rows": [
                        row(
                            T("Adresse Ihres Geräts", "Address of your device"),
                            T("damit die Antwort Sie erreicht", "so that the answer reaches you"),
                        ),
                        row(
                            T("Zeitpunkt", "Time"),
                            T("um Störungen zu erkennen", "to notice disturbances"),
                        ),
                        row(
                            T("Browser", "Browser"),
                            T("um Fehler nachzuvollziehen", "to understand errors"),
                        ),
                    ],
                },
            ),
            *section(
                "Videos und soziale Medien",
                "Videos and social media",
                (
                    "Videos anderer Anbieter laden wir erst, wenn Sie zustimmen. Auf Profile in "
                    "sozialen Medien verweisen wir nur mit einem Link.",
                    "We load videos of other providers only after you agree. Profiles on social "
                    "media are merely linked.",
                ),
            ),
            *section(
                "Ihre Rechte",
                "Your rights",
                (
                    "Sie haben das Recht auf Auskunft, Berichtigung, Löschung, Einschränkung der "
                    "Verarbeitung, Datenübertragbarkeit und Widerspruch.",
                    "You have the right of access, rectification, erasure, restriction of "
                    "processing, data portability and objection.",
                ),
                gap(
                    "zuständige Aufsichtsbehörde für Beschwerden",
                    "supervisory authority for complaints",
                ),
            ),
        ],
    },
)

PAGES = [IMPRINT, PRIVACY]
