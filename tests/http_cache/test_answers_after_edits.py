"""After any edit every kept answer is the one that would be made now, and unrelated ones stay."""

import pytest
from django.conf import settings
from django.core.cache import caches
from django.db import transaction
from django.test import Client, RequestFactory, override_settings
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale, Page, PageViewRestriction, Site
from wagtail_localize.models import StringSegment, StringTranslation, TranslationSource

from calendar_pages.models import EventPage, Topic, Venue
from tests.bilingual_site import NO_LINK, build, hand_over
from tests.factories import (
    EventDateFactory,
    EventPageFactory,
    ImageFactory,
    StandardPageFactory,
)
from tests.publications import body, revise
from univercity.content.media.documents import Document
from univercity.content.media.images import Image
from univercity.content.site_settings import SiteSettings
from univercity.content.snippets.people import Person
from univercity.content.snippets.shared_content import SharedContent
from univercity.http_cache import store
from univercity.http_cache.addresses import Address

V2, V3 = "/api/v2/", "/api/v3/"


@pytest.fixture(scope="module")
def website(django_db_setup, django_db_blocker):
    """A small bilingual site with something of everything, built once for all edits."""
    with django_db_blocker.unblock(), transaction.atomic():
        build()
        yield
        transaction.set_rollback(True)


def resolve(path, **parameters):
    query = "".join(f"&{name}={value}" for name, value in parameters.items())
    return f"{V3}resolve/?path={path}{query}"


WITH_FIELDS = f"{V2}pages/?type=network.PartnerPage&fields=*"
LISTS = [
    f"{V3}site/?locale=de",
    f"{V3}site/?locale=en",
    f"{V3}partners/?locale=de",
    f"{V3}partners/?locale=en&fallback=de",
    f"{V3}events/?locale=de",
    f"{V3}events/?locale=en",
    f"{V3}events/?locale=en&fallback=de&topic=wirtschaft",
    f"{V3}search/?q=Vortrag",
    f"{V3}search/?q=Akademie&locale=en&fallback=de",
    f"{V3}sitemap/",
    f"{V3}sitemap/?locale=de",
    f"{V3}sitemap/?locale=en",
    f"{V3}changes/",
    f"{V3}pages/",
    f"{V2}pages/",
    WITH_FIELDS,
    f"{V2}images/",
    f"{V2}documents/",
    f"{V2}redirects/",
    "/sitemap.xml",
]


def addresses():
    """Return every public address of the site, in HTML and in the API."""
    pages = list(Page.objects.live().filter(depth__gt=1))
    urls = [page.url for page in pages]
    found = [*urls, *LISTS, "/de/alt"]
    found += [resolve(url) for url in urls]
    found += [resolve("/de/alt"), resolve("/de/fehlt/"), resolve("/aktion")]
    german = ("ueber/team/", "verweis/", "netzwerk/nur-deutsch/")
    found += [resolve(f"/en/{path}", fallback="de") for path in german]
    for page in (page_at("ueber/"), english(page_at("ueber/"))):  # details declare alike
        found += [f"{V2}pages/{page.pk}/", f"{V3}pages/{page.pk}/"]
    found += [f"{V2}images/{image.pk}/" for image in Image.objects.all()]
    found += [f"{V2}documents/{document.pk}/" for document in Document.objects.all()]
    return found


def page_at(path):
    """Return the page at the end of ``path`` of the source language."""
    return Page.objects.get(url_path=f"/startseite/{path}").specific


def english(page):
    return page.get_translation(Locale.objects.get(language_code="en")).specific


def change(model, **fields):
    """Save the first object of a model with other fields."""
    instance = model.objects.order_by("pk").first()
    for name, value in fields.items():
        setattr(instance, name, value)
    instance.save()


def restrict(page):
    PageViewRestriction.objects.create(page=page, restriction_type="login")


def new_event():
    event = EventPageFactory(parent=page_at("kalender/"), slug="neu", title="Vortrag neu")
    EventDateFactory(page=event)
    event.save_revision().publish()


def translate_texts():
    event = page_at("kalender/vortrag/")
    source = TranslationSource.objects.get(object_id=event.translation_key)
    for segment in StringSegment.objects.filter(source=source):
        StringTranslation.objects.create(
            translation_of=segment.string,
            locale=Locale.objects.get(language_code="en"),
            context=segment.context,
            data="x",
        )


def menu_to(path):
    row = SiteSettings.objects.get()
    row.navigation = body(("link", {**NO_LINK, "page": page_at(path).pk}))
    row.save()


EDITS = {
    "text of a page": lambda: revise(page_at("ueber/"), body=body(("text", "<p>Neu</p>"))),
    "teaser of a page": lambda: revise(page_at("ueber/"), teaser="Neu"),
    "title of a page": lambda: revise(page_at("ueber/"), title="Wir"),
    "title of a home page": lambda: revise(page_at(""), title="Anfang"),
    "title of an English page": lambda: revise(english(page_at("ueber/")), title="About"),
    "slug of a page": lambda: page_at("ueber/").change_slug("wir"),
    "move": lambda: page_at("verweis/").move(page_at("ueber/"), pos="last-child"),
    "order of pages": lambda: page_at("verweis/").move(page_at(""), pos="first-child"),
    "unpublication": lambda: page_at("ueber/").unpublish(),
    "unpublication of an English page": lambda: english(page_at("ueber/")).unpublish(),
    "unpublication of a partner": lambda: page_at("netzwerk/hochschule/").unpublish(),
    "unpublication of an English partner": lambda: english(
        page_at("netzwerk/hochschule/")
    ).unpublish(),
    "unpublication of a translated home page": lambda: english(page_at("")).unpublish(),
    "deletion": lambda: Page.objects.get(slug="verweis").delete(),
    "new page": lambda: StandardPageFactory(parent=page_at(""), slug="fehlt").save_revision(),
    "publication of a translation": lambda: (
        english(page_at("ueber/team/")).save_revision().publish()
    ),
    "slug of a hidden translation": lambda: change_draft_slug(),
    "name of a partner": lambda: revise(page_at("netzwerk/hochschule/"), title="Akademie"),
    "logo of a partner": lambda: revise(page_at("netzwerk/hochschule/"), logo=ImageFactory()),
    "name of an English partner": lambda: revise(
        english(page_at("netzwerk/hochschule/")), title="Academy"
    ),
    "status of an event": lambda: revise(
        page_at("kalender/vortrag/"), status=EventPage.Status.CANCELLED
    ),
    "new event": new_event,
    "image": lambda: [
        change(Image, credit="© Neu", title="Anders"),
        Image.objects.get(title="Teaser").delete(),
    ],
    "tags of an image": lambda: Image.objects.first().tags.add("Natur"),
    "document": lambda: change(Document, title="Ordnung"),
    "person": lambda: change(Person, name="Grace"),
    "shared content": lambda: change(
        SharedContent, body=body(("text", "<p>Anders</p>")), last_published_at=timezone.now()
    ),
    "venue": lambda: change(Venue, name="Planetarium"),
    "topic": lambda: change(Topic, name="Technik", slug="technik"),
    "settings": lambda: change(SiteSettings, organisation="UniverCity"),
    "navigation": lambda: menu_to("verweis/"),
    "name of the site": lambda: change(Site, site_name="UniverCity"),
    "restriction": lambda: restrict(page_at("ueber/")),
    "redirect": lambda: Redirect.objects.create(old_path="/en/verweis", redirect_link="/de/"),
    "deletion of a redirect": lambda: Redirect.objects.all().delete(),
    "texts handed to translation": lambda: hand_over(page_at("ueber/")),
    "translation of texts": translate_texts,
}


def change_draft_slug():
    draft = english(page_at("ueber/team/"))
    draft.slug = "crew"
    draft.save()


@pytest.fixture(scope="module")
def filled(website):
    """The public addresses, and a store that holds the answer of each."""
    own = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "filled"}
    caches_with_store = {**settings.CACHES, "answers": {**own, "OPTIONS": {"MAX_ENTRIES": 10_000}}}
    with override_settings(CACHES=caches_with_store, ANSWER_CACHE=True):
        known = addresses()
        for address in known:
            Client().get(address)
        kept = [address for address in known if is_kept(address)]
        held = dict(caches["answers"]._cache)
    return caches_with_store, kept, held


@pytest.fixture
def kept(filled, settings, db):
    """The addresses whose answers are kept at the beginning."""
    caches_with_store, addresses_kept, held = filled
    settings.CACHES, settings.ANSWER_CACHE = caches_with_store, True
    caches["answers"]._cache.clear()
    caches["answers"]._cache.update(held)
    return addresses_kept


def is_kept(address):
    return store.read(Address(RequestFactory().get(address))).answer is not None


@pytest.mark.parametrize("edit", EDITS)
def test_no_answer_that_stays_is_stale(kept, client, settings, commit, edit):
    commit(EDITS[edit])

    stayed = {address: client.get(address) for address in kept if is_kept(address)}
    settings.ANSWER_CACHE = False
    fresh = {address: client.get(address) for address in stayed}
    stale = {
        address
        for address, answer in stayed.items()
        if (answer.status_code, answer.content)
        != (fresh[address].status_code, fresh[address].content)
    }
    assert not stale


LISTS_OF_PAGES = {
    f"{V3}search/?q=Vortrag",
    f"{V3}sitemap/",
    f"{V3}sitemap/?locale=de",
    f"{V3}pages/",
    f"{V2}pages/",
    "/sitemap.xml",
}
#: What an edit drops: lists, and pages with what the API answers of them, by their path.
DROPPED = {
    "text of a page": {"/de/ueber/", "/en/ueber/", *LISTS_OF_PAGES},
    "status of an event": {
        "/de/kalender/vortrag/",
        "/en/kalender/vortrag/",
        "/de/kalender/",
        "/de/netzwerk/hochschule/",
        f"{V3}events/?locale=de",
        # The status is that of the English event as well.
        "/en/kalender/",
        "/en/netzwerk/hochschule/",
        f"{V3}events/?locale=en",
        f"{V3}events/?locale=en&fallback=de&topic=wirtschaft",
        f"{V3}search/?q=Akademie&locale=en",
        f"{V3}sitemap/?locale=en",
        *LISTS_OF_PAGES,
    },
    "person": {"/de/ueber/", "/en/ueber/"},
    "document": {"/de/impressum/", f"{V2}documents/", "document"},
    "redirect": {
        f"{V2}redirects/",
        "/de/alt",
        "/aktion",
        "/en/ueber/team/",
        "/en/verweis/",
        "/en/netzwerk/nur-deutsch/",
    },
    "texts handed to translation": {"/de/ueber/", "/en/ueber/"},
}
#: They depend on any change of content, and on any that is public.
ALWAYS = {WITH_FIELDS, f"{V3}changes/"}


@pytest.mark.parametrize("edit", DROPPED)
def test_unrelated_answers_stay(kept, commit, edit):
    named = {f"{V2}documents/{document.pk}/": "document" for document in Document.objects.all()}
    for page in Page.objects.live().filter(depth__gt=1):
        named |= {f"{version}pages/{page.pk}/": page.url for version in (V2, V3)}

    commit(EDITS[edit])

    dropped = {address for address in kept if not is_kept(address)}
    paths = {named.get(each, each.partition("/resolve/?path=")[2] or each) for each in dropped}
    assert {path.removesuffix("&fallback=de") for path in paths - ALWAYS} == DROPPED[edit]
