"""The partners of the network; only what public pages say, the rest is left to the editors."""

import datetime
from typing import Any

from demo.content.pictures import image_with_text
from demo.texts import Entry, Ref, T, paragraphs, same
from network.models import PartnerIndexPage, PartnerPage

Kind, Status = PartnerPage.Kind, PartnerPage.Status

INDEX = Entry(
    "partners",
    PartnerIndexPage,
    parent="home",
    fields={
        "title": T("Netzwerk", "Network"),
        "slug": T("netzwerk", "network"),
        "teaser": T(
            "Stadt, Hochschulen und weitere Einrichtungen: Wer UniverCity Bochum trägt.",
            "City, universities and further institutions: who stands behind UniverCity Bochum.",
        ),
        "teaser_image": Ref("image:network"),
        "introduction": paragraphs(
            (
                "UniverCity Bochum verbindet die Stadt und ihre Hochschulen mit Wirtschaft, "
                "Studierendenwerk und Forschungsmuseum. Gemeinsam machen sie Wissenschaft dort "
                "sichtbar, wo die Menschen sind.",
                "UniverCity Bochum connects the city and its universities with business, student "
                "services and a research museum. Together they bring science to where people are.",
            ),
            (
                "Mit jeder Einrichtung ändert sich auch das Netzwerk. Frühere Mitglieder bleiben "
                "deshalb mit ihrer Geschichte aufgeführt.",
                "The network changes along with its institutions. Former members therefore remain "
                "listed, with their story.",
            ),
        ),
    },
)


def partner(
    slug: str,
    name: T,
    short_name: str,
    kind: str,
    teaser: T,
    *introduction: tuple[str, str],
    **fields: Any,
) -> Entry:
    return Entry(
        f"partner:{slug}",
        PartnerPage,
        parent="partners",
        fields={
            "title": name,
            "slug": same(slug),
            "short_name": short_name,
            "kind": kind,
            "teaser": teaser,
            "logo": Ref(f"image:logo-{slug}"),
            "introduction": paragraphs(*introduction),
            **fields,
        },
    )


PARTNERS = [
    partner(
        "ruhr-universitaet-bochum",
        T("Ruhr-Universität Bochum", "Ruhr University Bochum"),
        "RUB",
        Kind.UNIVERSITY,
        T(
            "Die Universität im Süden der Stadt und ein Motor des Netzwerks.",
            "The university in the south of the city and a driving force of the network.",
        ),
        (
            "Die Ruhr-Universität bringt eine große Breite an Fächern in das Netzwerk ein und "
            "öffnet ihren Campus für Gäste aus der Stadt.",
            "Ruhr University brings a wide range of subjects to the network and opens its campus "
            "to visitors from the city.",
        ),
        website="https://www.ruhr-uni-bochum.de",
        street="Universitätsstraße 150",
        postcode="44801",
        city="Bochum",
    ),
    partner(
        "hochschule-bochum",
        T("Hochschule Bochum", "Bochum University of Applied Sciences"),
        "HSBO",
        Kind.UNIVERSITY,
        T(
            "Praxisnahe Hochschule, seit 2025 auch mit den Gesundheitsfächern.",
            "A hands-on university that has also covered the health professions since 2025.",
        ),
        (
            "Die Hochschule Bochum verbindet Studium und Praxis. Seit dem 1. Januar 2025 gehört "
            "die frühere Hochschule für Gesundheit zu ihr.",
            "Bochum University of Applied Sciences links study and practice. Since 1 January "
            "2025 it has included the former hsg Bochum, a university of health sciences.",
        ),
        website="https://www.hochschule-bochum.de",
    ),
    partner(
        "thga",
        same("Technische Hochschule Georg Agricola (THGA)"),
        "THGA",
        Kind.UNIVERSITY,
        T(
            "Staatlich anerkannte Hochschule in privater Trägerschaft, gegründet 1816.",
            "A state-recognised private university, founded in 1816.",
        ),
        (
            "Die THGA blickt auf eine Geschichte zurück, die 1816 begann. Heute ist sie eine "
            "staatlich anerkannte Hochschule in privater Trägerschaft.",
            "The history of the THGA began in 1816. Today it is a private university recognised by "
            "the state.",
        ),
        website="https://www.thga.de",
    ),
    partner(
        "evangelische-hochschule",
        T(
            "Evangelische Hochschule Rheinland-Westfalen-Lippe",
            "Evangelische Hochschule RWL – Protestant University of Applied Sciences",
        ),
        "EvH RWL",
        Kind.UNIVERSITY,
        T(
            "Die evangelische Hochschule im Netzwerk, zu Hause in Bochum.",
            "The network’s Protestant university, at home in Bochum.",
        ),
        (
            "Die Evangelische Hochschule bringt den Blick auf das Zusammenleben in der "
            "Gesellschaft in das Netzwerk ein.",
            "The Evangelische Hochschule contributes its view of how people live together in "
            "society.",
        ),
        website="https://www.evh-bochum.de",
    ),
    partner(
        "hochschule-fuer-gesundheit",
        T("Hochschule für Gesundheit (hsg Bochum)", "Hochschule für Gesundheit (hsg Bochum)"),
        "hsg Bochum",
        Kind.UNIVERSITY,
        T(
            "Bis Ende 2024 eigenständig, seitdem Teil der Hochschule Bochum.",
            "Independent until the end of 2024, since then part of Bochum UAS.",
        ),
        (
            "Die hsg Bochum war Mitglied des Netzwerks, bis sie per Gesetz zum 1. Januar 2025 in "
            "der Hochschule Bochum aufging. Ihre Fächer werden dort weitergeführt.",
            "hsg Bochum was a member of the network until it was merged by law into Bochum "
            "University of Applied Sciences on 1 January 2025, where its subjects live on.",
        ),
        status=Status.MERGED,
        member_until=datetime.date(2024, 12, 31),
        successor=Ref("partner:hochschule-bochum"),
    ),
    partner(
        "folkwang-universitaet",
        same("Folkwang Universität der Künste"),
        "Folkwang",
        Kind.UNIVERSITY,
        T(
            "In Bochum mit Schauspiel, Regie und populärer Musik vertreten.",
            "In Bochum with acting, directing and popular music.",
        ),
        (
            "Die Folkwang Universität hat ihren Sitz in Essen. In Bochum bildet sie für "
            "Schauspiel, Regie und populäre Musik aus und bringt so die Künste in das Netzwerk.",
            "Folkwang has its seat in Essen. In Bochum it teaches acting, directing and popular "
            "music, and so brings the arts to the network.",
        ),
        website="https://www.folkwang-uni.de",
    ),
    partner(
        "ebz-business-school",
        same("EBZ Business School"),
        "EBZ",
        Kind.UNIVERSITY,
        T(
            "Die Business School unter den Hochschulen des Netzwerks.",
            "The business school among the universities of the network.",
        ),
        (
            "Die EBZ Business School stärkt im Netzwerk die Verbindung von Wissenschaft und "
            "Wirtschaft.",
            "EBZ Business School strengthens the network’s links between science and business.",
        ),
        website="https://www.ebz-business-school.de",
    ),
    partner(
        "stadt-bochum",
        T("Stadt Bochum", "City of Bochum"),
        "Stadt Bochum",
        Kind.CITY,
        T(
            "Im Rathaus laufen die Fäden des Netzwerks zusammen.",
            "The town hall is where the threads of the network come together.",
        ),
        (
            "Die Stadt Bochum trägt das Netzwerk gemeinsam mit den Hochschulen. Von hier aus "
            "wird die Zusammenarbeit der Partner gesteuert.",
            "The City of Bochum supports the network together with the universities. The "
            "cooperation of the partners is managed from here.",
        ),
        website="https://www.bochum.de",
    ),
    partner(
        "bochum-marketing",
        same("Bochum Marketing GmbH"),
        "Bochum Marketing",
        Kind.BUSINESS,
        T(
            "Hier sitzt das Projektbüro von UniverCity Bochum.",
            "Home of the UniverCity Bochum project office.",
        ),
        (
            "Bochum Marketing macht die Stadt bekannt und betreut mit dem Projektbüro gemeinsame "
            "Vorhaben des Netzwerks.",
            "Bochum Marketing promotes the city and, with the project office, looks after joint "
            "projects of the network.",
        ),
        street="Huestraße 21-23",
        postcode="44787",
        city="Bochum",
    ),
    partner(
        "ihk-mittleres-ruhrgebiet",
        T("IHK Mittleres Ruhrgebiet", "IHK Mittleres Ruhrgebiet"),
        "IHK",
        Kind.BUSINESS,
        T(
            "Die Stimme der regionalen Wirtschaft im Netzwerk.",
            "The voice of regional business in the network.",
        ),
        (
            "Die Industrie- und Handelskammer bringt Unternehmen aus der Region mit Hochschulen "
            "und Studierenden zusammen.",
            "The chamber of industry and commerce brings companies from the region together with "
            "universities and students.",
        ),
    ),
    partner(
        "akafoe",
        same("Akademisches Förderungswerk (AKAFÖ)"),
        "AKAFÖ",
        Kind.STUDENT_SERVICES,
        T(
            "Rund ums Studium für Studierende da, auch mit Kultur.",
            "There for students in everyday life, culture included.",
        ),
        (
            "Das Akademische Förderungswerk kümmert sich um das Leben neben dem Hörsaal. Sein "
            "Kulturbüro BOSKOP lädt zu Veranstaltungen ein.",
            "The Akademische Förderungswerk, the student services organisation, looks after life "
            "beyond the lecture hall. Its culture office BOSKOP puts on events.",
        ),
    ),
    partner(
        "deutsches-bergbau-museum",
        same("Deutsches Bergbau-Museum Bochum"),
        "DBM",
        Kind.RESEARCH_MUSEUM,
        T(
            "Leibniz-Forschungsmuseum und seit 2014 im Netzwerk.",
            "A Leibniz research museum and part of the network since 2014.",
        ),
        (
            "Das Deutsche Bergbau-Museum erforscht und zeigt die Geschichte des Bergbaus. Dem "
            "Netzwerk gehört es seit dem 24. Juni 2014 an.",
            "The German mining museum researches and presents the history of mining. It has "
            "belonged to the network since 24 June 2014.",
        ),
        member_from=datetime.date(2014, 6, 24),
        street="Europaplatz 1",
        postcode="44791",
        city="Bochum",
        body=[
            image_with_text(
                "image:mine",
                T(
                    "Zeichnung: ein Förderturm über farbigen Gesteinsschichten",
                    "Drawing: a pit-head frame above coloured layers of rock",
                ),
                (
                    "Das Fördergerüst über dem Museum ist von Weitem zu sehen.",
                    "The pit-head frame above the museum can be seen from afar.",
                ),
            ),
        ],
    ),
]

#: Those who are members now.
MEMBER_KEYS = [entry.key for entry in PARTNERS if "successor" not in entry.fields]
