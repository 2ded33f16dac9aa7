"""Words that the network always translates the same way, and names that stay as they are."""

from dataclasses import dataclass


@dataclass(frozen=True)
class DemoTerm:
    """A term from German into English."""

    german: str
    english: str
    forbidden: tuple[str, ...] = ()
    note: str = ""


#: Names that are the same in both languages.
NAMES = [
    "UniverCity Bochum",
    "Bochum Marketing GmbH",
    "IHK Mittleres Ruhrgebiet",
]

TERMS = [
    *(DemoTerm(name, name, note="Name, wird nicht übersetzt") for name in NAMES),
    DemoTerm("Ruhr-Universität Bochum", "Ruhr University Bochum", ("Ruhr-University Bochum",)),
    DemoTerm("Hochschule Bochum", "Bochum University of Applied Sciences", ("Bochum College",)),
    DemoTerm("Stadt Bochum", "City of Bochum"),
    DemoTerm("Lenkungskreis", "steering group", ("steering circle", "steering committee")),
    DemoTerm("Leitbild", "mission", ("guiding principle", "model")),
    DemoTerm("Hochschulen", "universities", ("high schools", "colleges")),
    DemoTerm("Ringvorlesung", "lecture series", ("ring lecture",)),
    DemoTerm("Tag der offenen Tür", "open day", ("day of the open door", "open house")),
    DemoTerm("Studierende", "students"),
    DemoTerm("Student*innen", "students", note="Englisch hat neutrale Wörter"),
    DemoTerm("Bürger*innen", "citizens"),
    DemoTerm("Wissenschaftler*innen", "researchers", note="Auch Geistes- und Sozialwissenschaften"),
    DemoTerm("Lehrkräfte", "teachers", ("teaching forces",)),
]
