"""The accessibility statement: the frame, with gaps for the operator to fill."""

from demo.content.legal import TO_BE_COMPLETED, gap, heading, section
from demo.texts import Entry, Ref, T, bullets, link, paragraphs
from home.models import StandardPage

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
            TO_BE_COMPLETED,
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
            (
                "form_teaser",
                {
                    "kind": "contact",
                    "heading": T("Schreiben Sie uns", "Write to us"),
                    "text": T(
                        "Am besten mit der Adresse der Seite und dem, was Sie dort vorhatten.",
                        "Best with the address of the page and what you wanted to do there.",
                    ),
                    "link": {
                        "label": T("Kontakt im Impressum", "Contact in the imprint"),
                        "page": Ref("imprint"),
                        "url": "",
                    },
                    "privacy": paragraphs(
                        (
                            "Was mit Ihren Angaben geschieht, steht unter "
                            f"{link('privacy', 'Datenschutz')}.",
                            "What happens with your details is said under "
                            f"{link('privacy', 'privacy')}.",
                        )
                    ),
                },
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
            (
                "link_list",
                {
                    "heading": T("Zum Nachlesen", "To read up"),
                    "links": [
                        {
                            "link": {
                                "label": T(
                                    "Landesrecht Nordrhein-Westfalen, mit der BITV NRW",
                                    "Law of North Rhine-Westphalia, with the BITV NRW",
                                ),
                                "page": None,
                                "url": "https://recht.nrw.de",
                                "language": "de",
                            },
                            "description": T(
                                "Was für Websites öffentlicher Stellen gilt",
                                "What applies to websites of public bodies",
                            ),
                        },
                        {
                            "link": {
                                "label": T(
                                    "Web Content Accessibility Guidelines (WCAG) 2.2",
                                    "Web Content Accessibility Guidelines (WCAG) 2.2",
                                ),
                                "page": None,
                                "url": "https://www.w3.org/TR/WCAG22/",
                                "language": "en",
                            },
                            "description": T(
                                "Die Regeln, nach denen wir die Website prüfen",
                                "The rules by which we check the website",
                            ),
                        },
                    ],
                },
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
