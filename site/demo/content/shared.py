"""Content of the demo that several pages share."""

from typing import Any

from demo.content.people import contact
from demo.texts import Entry, Ref, T, paragraphs
from univercity.content.snippets.shared_content import SharedContent

CONTENTS = [
    Entry(
        "shared:contact",
        SharedContent,
        {
            "name": "So erreichen Sie uns",
            "body": [
                ("heading", {"text": T("So erreichen Sie uns", "How to reach us"), "level": "2"}),
                (
                    "text",
                    paragraphs(
                        (
                            "Sie haben eine Frage oder eine Idee für die Stadt der Wissenschaft? "
                            "Wir freuen uns über jede Nachricht.",
                            "Do you have a question, or an idea for the city of science? We look "
                            "forward to hearing from you.",
                        ),
                        (
                            "<b>Hinweis:</b> Die Kontakte auf dieser Seite sind Beispiele.",
                            "<b>Please note:</b> the contacts on this page are examples.",
                        ),
                    ),
                ),
                contact(T("Ihr Kontakt", "Your contact"), "project-office", "press"),
            ],
        },
    ),
]

#: The block that shows it on a page.
CONTACT: tuple[str, Any] = ("shared_content", {"content": Ref("shared:contact")})
