"""Contacts of the demo: offices with invented addresses, no real persons."""

from typing import Any

from demo.texts import Entry, Ref, T, same
from univercity.content.snippets.people import Person


def office(key: str, name: str, role: T, institution: T, **fields: Any) -> Entry:
    fields = {"name": name, "role": role, "institution": institution, **fields}
    return Entry(f"person:{key}", Person, fields)


PERSONS = [
    office(
        "project-office",
        "Projektbüro UniverCity (Beispiel)",
        T("Fragen zum Netzwerk und zu dieser Website", "Questions on the network and this website"),
        same("UniverCity Bochum"),
        email="projektbuero@univercity.example",
        phone="+49 234 0000-01",
        office_hours=T("Montag bis Donnerstag, 9 bis 15 Uhr", "Monday to Thursday, 9 am to 3 pm"),
    ),
    office(
        "press",
        "Pressekontakt (Beispiel)",
        T("Anfragen von Redaktionen", "Enquiries from the media"),
        same("UniverCity Bochum"),
        email="presse@univercity.example",
        phone="+49 234 0000-02",
    ),
    office(
        "access",
        "Anlaufstelle Barrierefreiheit (Beispiel)",
        T("Wege, Assistenz und Gebärdensprache", "Routes, assistance and sign language"),
        same("UniverCity Bochum"),
        email="barrierefrei@univercity.example",
    ),
]


def contact(heading: T, *keys: str) -> tuple[str, Any]:
    """Return a block with persons of the demo."""
    return ("person", {"heading": heading, "persons": [Ref(f"person:{key}") for key in keys]})
