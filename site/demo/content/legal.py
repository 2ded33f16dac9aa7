"""Imprint, privacy, accessibility statement: the frame, with gaps for the operator to fill."""

from typing import Any

from demo.texts import Entry, T, bullets, paragraphs
from home.models import StandardPage


def gap(german: str, english: str) -> tuple[str, str]:
    """Return a paragraph that the operator has to fill in."""
    return f"<b>[Bitte ergänzen: {german}]</b>", f"<b>[To be completed: {english}]</b>"


def heading(german: str, english: str) -> tuple[str, Any]:
    return ("heading", {"text": T(german, english), "level": "2"})


def section(german: str, english: str, *texts: tuple[str, str]) -> list[tuple[str, Any]]:
    """Return a heading and the text below it."""
    return [heading(german, english), ("text", paragraphs(*texts))]


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

ACCESSIBILITY = Entry(
    "accessibility",
    StandardPage,
    parent="home",
    fields={
        "title": T("Barrierefreiheit", "Accessibility"),
        "slug": T("barrierefreiheit", "accessibility"),
        "introduction": T(
            "Erklärung zur Barrierefreiheit dieser Website.",
            "Accessibility statement for this website.",
        ),
        "body": [
            *section(
                "Stand der Vereinbarkeit",
                "Compliance status",
                (
                    "Diese Website soll für alle Menschen nutzbar sein. Maßstab ist die "
                    "Barrierefreie-Informationstechnik-Verordnung Nordrhein-Westfalen (BITV NRW).",
                    "This website is meant to be usable for everyone. The benchmark is the "
                    "accessibility regulation of North Rhine-Westphalia (BITV NRW).",
                ),
                gap(
                    "vollständig, teilweise oder nicht vereinbar, mit Datum und Art der Prüfung",
                    "fully, partially or not compliant, with date and method of the test",
                ),
            ),
            *section(
                "Nicht barrierefreie Inhalte",
                "Content that is not accessible",
                gap(
                    "Inhalte, Begründung und barrierefreie Alternativen",
                    "contents, reasons and accessible alternatives",
                ),
            ),
            heading("Was wir tun", "What we do"),
            (
                "text",
                bullets(
                    (
                        "Alle Seiten lassen sich mit der Tastatur bedienen.",
                        "All pages can be operated with the keyboard.",
                    ),
                    (
                        "Bilder haben Alternativtexte, Videos eine Beschreibung in Textform.",
                        "Images have alternative texts, videos a description in writing.",
                    ),
                    (
                        "Zu Veranstaltungsorten zeigen wir, was über den Zugang bekannt ist.",
                        "For venues we show what is known about access.",
                    ),
                ),
            ),
            *section(
                "Barrieren melden",
                "Report barriers",
                (
                    "Sind Sie auf ein Hindernis gestoßen? Schreiben Sie uns, wir kümmern uns "
                    "darum.",
                    "Have you met an obstacle? Write to us and we will see to it.",
                ),
                gap(
                    "E-Mail, Telefon und Anschrift der Kontaktstelle",
                    "e-mail, telephone and address of the contact point",
                ),
            ),
            *section(
                "Durchsetzungsverfahren",
                "Enforcement procedure",
                (
                    "Erhalten Sie keine zufriedenstellende Antwort, können Sie sich an die "
                    "zuständige Ombudsstelle des Landes wenden.",
                    "If you do not receive a satisfactory answer, you can turn to the ombuds "
                    "office of the federal state.",
                ),
                gap(
                    "Name und Kontakt der Ombudsstelle, soweit zuständig",
                    "name and contact of the ombuds office, if it is in charge",
                ),
            ),
            *section(
                "Diese Erklärung",
                "This statement",
                gap(
                    "Datum der Erstellung und der letzten Prüfung", "date of issue and last review"
                ),
            ),
        ],
    },
)

PAGES = [IMPRINT, PRIVACY, ACCESSIBILITY]
