"""What a page shows, read from its HTML and from its API answer, so that the two can be compared.

Texts are compared word by word: HTML puts values into sentences of the catalogue ("Mitglied, seit
dem 24. Juni 2014"), which the API gives as values.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from urllib.parse import urlsplit

import polib
from bs4 import BeautifulSoup, Comment, Tag
from django.conf import settings
from django.template.defaultfilters import filesizeformat
from django.utils import dates, translation
from django.utils.dateformat import time_format
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.timezone import localtime

from univercity.content.blocks.links import international_number

OWN_HOSTS = {"127.0.0.1", "localhost", "testserver"}


@dataclass
class Content:
    """What somebody gets who reads, follows links and looks at images."""

    words: set[str] = field(default_factory=set)
    links: set[str] = field(default_factory=set)
    images: set[str] = field(default_factory=set)
    alts: set[str] = field(default_factory=set)

    def add(self, other: "Content") -> None:
        for name in ("words", "links", "images", "alts"):
            getattr(self, name).update(getattr(other, name))


def words_of(text: str) -> set[str]:
    """Return the words of a text in lower case; soft hyphens are no part of them."""
    return set(re.findall(r"\w+", text.replace("\xad", "").lower()))


def without_host(address: str) -> str:
    parts = urlsplit(address)
    return parts._replace(scheme="", netloc="").geturl() if parts.hostname in OWN_HOSTS else address


def html_content(html: str) -> Content:
    """Read the main content of a page, or the whole of a fragment."""
    soup = BeautifulSoup(html, "html.parser")
    main = soup.main or soup
    for hidden in main.find_all(["script", "style", "template"]):
        hidden.decompose()
    content = Content()
    for text in main.find_all(string=True):
        if not isinstance(text, Comment):
            content.words |= words_of(text)
    content.links = {without_host(link["href"]) for link in main.find_all("a", href=True)}
    content.alts = {image["alt"] for image in main.find_all("img", alt=True) if image["alt"]}
    content.images = set(image_addresses(main))
    return content


def image_addresses(main: Tag) -> Iterator[str]:
    """Yield the address of every size in which an image is offered."""
    for image in main.find_all(["img", "source"]):
        if "srcset" in image.attrs:
            yield from (without_host(part.split()[0]) for part in image["srcset"].split(","))
        elif image.name == "img":
            yield without_host(image["src"])


def api_content(answer: object, language: str) -> Content:
    """Read every text, number, date, address and image of an API answer, at any depth.

    Numbers and dates count in the ways in which ``language`` writes them.
    """
    content = Content()
    with translation.override(language):
        for value in values_of(answer):
            content.add(value_content(value))
    return content


def values_of(answer: object) -> Iterator[str | int | float]:
    if isinstance(answer, dict):
        answer = list(answer.values())
    if isinstance(answer, list):
        for value in answer:
            yield from values_of(value)
    elif answer is not None and not isinstance(answer, bool):
        yield answer  # type: ignore[misc]


def value_content(value: str | int | float) -> Content:
    if not isinstance(value, str):
        return Content(words=words_of(number_as_text(value)))
    if value.startswith("<"):
        return html_content(value)
    address = without_host(value)
    return Content(
        words=words_of(value) | words_of_moment(value) | words_of_amount(value),
        links={address, f"#{value}", f"mailto:{value}", f"tel:{international_number(value)}"},
        images={address},
        alts={value},
    )


def number_as_text(number: float) -> str:
    """Return a number in all ways in which pages write it, the size of a file included."""
    return f"{number} {number:,.0f} {filesizeformat(number)}"


def words_of_amount(value: str) -> set[str]:
    return words_of(value.replace(".", " ")) if re.fullmatch(r"[\d.]+", value) else set()


def words_of_moment(value: str) -> set[str]:
    """Return the words in which HTML tells a date, and a time where ``value`` has one."""
    try:
        moment = parse_datetime(value)
        day = parse_date(value[:10])
    except ValueError:
        return set()
    if day is None:
        return set()
    names = (dates.MONTHS, dates.MONTHS_3, dates.MONTHS_AP)
    words = {str(name[day.month]) for name in names} | {str(day.day), str(day.year)}
    words |= {str(dates.WEEKDAYS[day.weekday()]), str(dates.WEEKDAYS_ABBR[day.weekday()])}
    if moment and moment.tzinfo:
        moment = localtime(moment)
        words |= {f"{moment:%H:%M}", time_format(moment, "P")}
    return set().union(*(words_of(word) for word in words))


@cache
def catalogue_words(language: str) -> set[str]:
    """Return the words that the site itself says, as its catalogue has them."""
    [folder] = settings.LOCALE_PATHS
    entries = polib.pofile(str(folder / language / "LC_MESSAGES" / "django.po"))
    words: set[str] = set()
    for entry in entries:
        for text in (entry.msgid, entry.msgid_plural, entry.msgstr, *entry.msgstr_plural.values()):
            words |= words_of(text)
    return words


#: What HTML may have beyond the API answer, and why.
ONLY_IN_HTML = {
    r"#(venue|date-.*)": "places within the page, made by the template",
}
#: Values of the API that HTML need not show, by the way to them, and why.
ONLY_IN_API = {
    r"meta\..*|alternates\..*": "stands in the head of the page and in the language switch",
    r"(.*\.)?(id|type|slug|locale|language|hreflang|time_zone|anchor|platform)": "for machines",
    r"(.*\.)?(lang|origin|state)": "where a text or target comes from; HTML has attributes",
    r"(.*\.)?renditions\.original\..*": "HTML shows smaller sizes",
    r"(.*\.)?(kind|status|licence|mode|registration|spoken_languages|selection)": "code of a label",
    r"(.*\.)?accessibility(\..*)?": "code of a label",
    r"(.*\.)?(background|width|side)": "a setting of the design",
    r"(.*\.)?(player_url|embed_url|map_embed_url)": "loaded only after the visitor agreed",
    r"teaser": "for lists and social media",
    r"(teaser_image|.*\.teaser_image)\..*": "for lists and social media; small cards leave it out",
    r"(.*\.)?(events|upcoming|programme|event)\.(lead|organiser)": "small cards leave it out",
    r"(.*\.)?(image|poster|logo|hero_image)\.title": "the name in the archive of images",
    r"(.*\.)?sources\.title": "the name in the archive; the block has a title of its own",
    r"(.*\.)?poster\.renditions\..*": "a film shows one size of its still",
    r"(.*\.)?logo\.credit": "a logo is its owner's",
    r"registration_(url|email)|ticket_url": "shown as long as registration is open",
    r"(.*\.)?date\.(start|end)|dates\.(start|end)|previous_start|registration_(opens|closes)": (
        "written out; the other direction compares every word of it"
    ),
    r"member_(from|until)": "written out; the other direction compares every word of it",
}


def only_in_html(content: Content, answer: Content, language: str) -> set[str]:
    """Return what a page shows and its API answer lacks."""
    return {
        *(content.words - answer.words - catalogue_words(language)),
        *(link for link in content.links - answer.links if not excepted(link, ONLY_IN_HTML)),
        *(content.images - answer.images),
        *(content.alts - answer.alts),
    }


def only_in_api(answer: object, content: Content, way: str = "") -> Iterator[str]:
    """Yield the values of an API answer, with the way to them, that a page does not show."""
    if isinstance(answer, dict):
        for name, value in answer.items():
            yield from only_in_api(value, content, f"{way}.{name}" if way else name)
    elif isinstance(answer, list):
        for value in answer:
            yield from only_in_api(value, content, way)
    elif isinstance(answer, str) and not (excepted(way, ONLY_IN_API) or is_shown(answer, content)):
        yield f"{way}: {answer}"


def is_shown(value: str, content: Content) -> bool:
    if value.startswith("<"):
        fragment = html_content(value)
        return fragment.words <= content.words and fragment.links <= content.links
    read = value_content(value)
    found = read.links & content.links or read.images & content.images or read.alts & content.alts
    return bool(found) or words_of(value) <= content.words


def excepted(what: str, exceptions: dict[str, str]) -> bool:
    return any(re.fullmatch(pattern, what) for pattern in exceptions)
