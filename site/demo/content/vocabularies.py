"""Audiences, formats and topics of events."""

from calendar_pages.models import Audience, Format, Topic
from demo.texts import Entry, T

AUDIENCES = {
    "alle": T("Alle Interessierten", "Everyone"),
    "kinder": T("Kinder", "Children"),
    "familien": T("Familien", "Families"),
    "schulklassen": T("Schulklassen", "School classes"),
    "lehrkraefte": T("Lehrkräfte", "Teachers"),
    "studieninteressierte": T("Studieninteressierte", "Prospective students"),
    "erstsemester": T("Erstsemester", "First-year students"),
    "studierende": T("Studierende", "Students"),
    "internationale": T("Internationale Gäste", "International guests"),
    "unternehmen": T("Unternehmen und Gründende", "Businesses and founders"),
    "beschaeftigte": T("Beschäftigte der Partner", "Staff of the partners"),
    "presse": T("Presse", "Press"),
}

FORMATS = {
    "vortrag": T("Vortrag", "Lecture"),
    "ringvorlesung": T("Ringvorlesung", "Lecture series"),
    "diskussion": T("Diskussion", "Panel discussion"),
    "science-slam": T("Science-Slam", "Science slam"),
    "workshop": T("Workshop", "Workshop"),
    "offene-werkstatt": T("Offene Werkstatt", "Open workshop"),
    "fuehrung": T("Führung", "Guided tour"),
    "stadtspaziergang": T("Stadtspaziergang", "City walk"),
    "ausstellung": T("Ausstellung", "Exhibition"),
    "konzert": T("Konzert", "Concert"),
    "lesung": T("Lesung", "Reading"),
    "festival": T("Festival", "Festival"),
    "tag-der-offenen-tuer": T("Tag der offenen Tür", "Open day"),
    "messe": T("Messe", "Fair"),
    "beratung": T("Beratung", "Advice session"),
    "kinderuni": T("KinderUni", "Children’s university"),
}

#: Fields of action that the network has named since 2014.
TOPICS = {
    "urbanitaet": T("Urbanität", "Urban life"),
    "wirtschaft": T("Wirtschaft", "Business"),
    "bildungspotenziale": T("Akademische Bildungspotenziale", "Academic potential"),
    "willkommenskultur": T(
        "Willkommenskultur und Internationalisierung", "Welcome culture and internationalisation"
    ),
    "innovation": T("Innovation und Transformation", "Innovation and transformation"),
    "chancen": T("Bildung und Chancen", "Education and opportunity"),
    "vernetzung": T("Veranstaltungen und Vernetzung", "Events and networking"),
}

TERMS = [
    Entry(f"{kind}:{slug}", model, {"name": name, "slug": slug})
    for kind, model, vocabulary in (
        ("audience", Audience, AUDIENCES),
        ("format", Format, FORMATS),
        ("topic", Topic, TOPICS),
    )
    for slug, name in vocabulary.items()
]
