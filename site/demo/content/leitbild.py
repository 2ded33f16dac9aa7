"""The mission statement: the network's subjects in our own words."""

from typing import Any

from demo.content import shared
from demo.content.partners import MEMBER_KEYS
from demo.texts import Entry, Ref, T, link, paragraphs
from network.models import LeitbildPage


def principle(statement: T, *explanation: tuple[str, str]) -> tuple[str, Any]:
    return ("principle", {"statement": statement, "explanation": paragraphs(*explanation)})


PRINCIPLES = [
    principle(
        T(
            "Wissenschaft und Bildung bringen Bochum und die Metropole Ruhr voran.",
            "Science and education move Bochum and the Ruhr Metropolis forward.",
        ),
        (
            "Wir wollen an der Spitze mitforschen und gut ausbilden. Dafür setzen wir auf "
            "Erfindungsgeist, auf verlässliche Zusammenarbeit und auf Verantwortung für die "
            "Folgen unseres Tuns.",
            "We want to be among the best in research and teaching. To get there we count on "
            "inventiveness, reliable cooperation and responsibility for what our work leads to.",
        ),
        (
            "Den Wandel der Region treiben wir zusammen mit Wirtschaft, Kultur und "
            "Stadtgesellschaft an.",
            "Together with business, culture and civil society we drive the change of our region.",
        ),
    ),
    principle(
        T(
            "Stadt, Wirtschaft und Wissenschaft treten gemeinsam auf.",
            "City, business and science speak with one voice.",
        ),
        (
            "UniverCity Bochum ist das Dach, unter dem sich alle Partner auf Augenhöhe begegnen. "
            "Aus ihrem Zusammenspiel entstehen Ideen, die eine Einrichtung allein nicht hätte.",
            "UniverCity Bochum is the roof under which all partners meet as equals. Their "
            "interplay gives rise to ideas that no institution would have on its own.",
        ),
    ),
    principle(
        T(
            "Den Wandel der Gesellschaft gestalten wir so, dass alle Chancen haben.",
            "We shape social change so that everyone has a chance.",
        ),
        (
            "Die Bevölkerung verändert sich, und mit ihr die Wege zu Bildung und Arbeit. Wir "
            "öffnen Türen: für Menschen jeden Alters, jeder Herkunft und mit ganz verschiedenen "
            "Begabungen.",
            "The population is changing, and so are the paths into education and work. We open "
            "doors for people of every age, from every background and with all kinds of talent.",
        ),
        (
            "Was jemand kann und leisten will, zählt. Vielfalt erhalten und fördern wir.",
            "What people can do and want to achieve is what counts. We preserve and foster "
            "diversity.",
        ),
    ),
    principle(
        T(
            "Bochum probiert aus und ist ein Zuhause für alle, die forschen und studieren.",
            "Bochum experiments, and is a home for everyone who studies and does research.",
        ),
        (
            "Wer an einer Hochschule lernt oder arbeitet, lebt auch hier: im Viertel, im Verein, "
            "im Theater. Die Menschen der Stadt reden mit, wenn Neues entsteht, und sind zu Recht "
            "stolz darauf, was aus Bochum geworden ist.",
            "People who learn or work at a university also live here: in the neighbourhood, in "
            "clubs, at the theatre. The people of Bochum have a say when something new takes "
            "shape, and are rightly proud of what has become of their city.",
        ),
    ),
    principle(
        T(
            "Bochum ist international und im Ruhrgebiet verwurzelt.",
            "Bochum is international, and rooted in the Ruhr area.",
        ),
        (
            "Menschen aus vielen Ländern kommen hierher, um zu lernen, zu lehren und "
            "mitzugestalten. Wir heißen sie willkommen und bauen Brücken, in die Nachbarstädte "
            "ebenso wie in die Welt.",
            "People from many countries come here to learn, to teach and to help shape the city. "
            "We welcome them and build bridges, to the towns next door and to the world.",
        ),
    ),
    principle(
        T("Vielfalt ist unsere besondere Stärke.", "Diversity is our special strength."),
        (
            "Unterschiedliche Einrichtungen, Fächer, Studienwege und Lebensläufe treffen in Bochum "
            "aufeinander. Aus dieser Mischung machen wir etwas, das allen nützt.",
            "Different institutions, subjects, courses of study and life stories meet in Bochum. "
            "We turn this mixture into something that benefits everyone.",
        ),
    ),
]

LEITBILD = Entry(
    "leitbild",
    LeitbildPage,
    parent="home",
    fields={
        "title": T("Leitbild", "Mission"),
        "slug": T("leitbild", "mission"),
        "teaser": T(
            "Sechs Leitideen tragen die Zusammenarbeit von Stadt, Hochschulen und Partnern.",
            "Six guiding principles carry the cooperation of city, universities and partners.",
        ),
        "teaser_image": Ref("image:paths"),
        "introduction": paragraphs(
            (
                "Bochum ist eine Stadt der Wissenschaft und Bildung, und das soll man spüren: im "
                "Hörsaal, im Betrieb und auf der Straße. Dafür arbeiten Stadt, Hochschulen und "
                "weitere Einrichtungen unter dem gemeinsamen Namen UniverCity Bochum zusammen.",
                "Bochum is a city of science and education, and people should be able to feel "
                "it: in the lecture hall, at work and in the street. To this end the city, its "
                "universities and further institutions work together under the name of "
                "UniverCity Bochum.",
            ),
            (
                "Das Leitbild geht auf ein gemeinsames Papier von 2011 zurück.",
                "The mission goes back to a joint paper of 2011.",
            ),
        ),
        "steering_group_heading": T(
            "Lenkungskreis UniverCity Bochum", "Steering group of UniverCity Bochum"
        ),
        "steering_group": paragraphs(
            (
                "Die Stadt und ihre Hochschulen stehen gemeinsam für das Profil Bochums ein. Im "
                "Lenkungskreis verabreden sie mit den anderen Partnern, welche Ziele das Netzwerk "
                "verfolgt und welche Vorhaben daraus werden.",
                "The city and its universities vouch jointly for Bochum’s profile. In the steering "
                "group they agree with the other partners on the aims of the network and on the "
                "projects that follow from them.",
            ),
            (
                "Ein Koordinierungskreis bereitet die Entscheidungen vor, Arbeitsgruppen kümmern "
                "sich um einzelne Themen. Wer dazugehört, steht unter "
                f"{link('partners', 'Netzwerk')}.",
                "A coordination group prepares the decisions, and working groups look after single "
                f"topics. See {link('partners', 'Network')} for everyone who takes part.",
            ),
        ),
        "principles": PRINCIPLES,
        "signatories": [{"partner": Ref(key)} for key in MEMBER_KEYS],
        "body": [
            (
                "call_to_action",
                {
                    "heading": T("Sie möchten mitwirken?", "Would you like to take part?"),
                    "text": T(
                        "Lernen Sie die Einrichtungen kennen, die UniverCity Bochum tragen.",
                        "Get to know the institutions behind UniverCity Bochum.",
                    ),
                    "link": {
                        "label": T("Zum Netzwerk", "See the network"),
                        "page": Ref("partners"),
                        "url": "",
                    },
                },
            ),
            shared.CONTACT,
        ],
    },
)
