"""Nobody unknown reads a hidden word, at whatever address they ask, however often.

Everything hidden here holds one word. The crawl begins with all addresses of everything there is,
hidden or not, follows what the answers name, and looks for the word in bodies and headers.
"""

import json
import re
from datetime import timedelta
from urllib.parse import quote, urljoin, urlsplit

import pytest
from django.utils import timezone
from wagtail.models import Collection, CollectionViewRestriction, Page, PageViewRestriction

from tests.factories import (
    DocumentFactory,
    EventDateFactory,
    EventPageFactory,
    ImageFactory,
    PartnerPageFactory,
    PersonFactory,
    SharedContentFactory,
    StandardPageFactory,
)
from tests.sample_content import raw
from univercity.content.media.documents import Document
from univercity.content.media.images import Image

HIDDEN = "Kanarienvogel"
LINK = re.compile(r"""(?:href|src|action)="([^"]+)"|"(/(?:api|de|en)/[^"\\]*)\"""")
#: The search repeats what was asked for.
ECHO = re.compile(rf"(q|search)={HIDDEN}")
LISTS = (
    "/api/v2/pages/?limit=100",
    "/api/v2/pages/?fields=*&limit=100",
    "/api/v2/images/?limit=100",
    "/api/v2/documents/?limit=100",
    "/api/v2/redirects/",
    "/api/v3/pages/?limit=100",
    "/api/v3/images/?limit=100",
    "/api/v3/documents/?limit=100",
    "/api/v3/redirects/",
    "/api/v3/changes/",
    "/api/v3/changes/?since=2020-01-01T00:00:00Z",
    "/api/v3/sitemap/",
    "/sitemap.xml",
    "/robots.txt",
    *(
        f"/api/v3/{name}/?locale={locale}"
        for name in ("site", "partners", "events", "sitemap", "search")
        for locale in ("de", "en")
    ),
    f"/api/v3/search/?q={HIDDEN}",
    f"/api/v3/search/?q={HIDDEN}&locale=en&fallback=de",
    f"/api/v2/pages/?search={HIDDEN}",
    f"/api/v3/pages/?search={HIDDEN}",
    "/api/v3/events/?fallback=de&locale=en&from=2000-01-01",
)


def hide(page):
    """Return ``page`` with a title and a text that hold the word."""
    page.title = f"{HIDDEN} {page.slug}"
    page.teaser = HIDDEN
    return page


@pytest.fixture
def hidden_pages(home, calendar, network):
    """A page for each way in which a page can be hidden, by that way."""
    now = timezone.now()
    pages = {
        name: StandardPageFactory(parent=home, slug=name)
        for name in ("entwurf", "zurueckgezogen", "geplant", "abgelaufen", "geschlossen", "neu")
    }
    pages["unter-geschlossen"] = StandardPageFactory(parent=pages["geschlossen"], slug="darunter")
    institution = PartnerPageFactory(parent=network, slug="andere")
    pages["fremd"] = EventPageFactory(parent=institution, slug="fremd", live=False)
    pages["termin"] = EventPageFactory(parent=calendar, slug="termin", live=False)
    for event in (pages["fremd"], pages["termin"]):
        EventDateFactory(page=event)
    for name in pages.keys() - {"neu"}:
        pages[name] = hide(Page.objects.get(pk=pages[name].pk).specific)
        pages[name].save()
    for name in ("entwurf", "zurueckgezogen"):
        pages[name].unpublish()
    plan = hide(pages["neu"])  # public as it was; the word stands in its draft and in its plan
    plan.go_live_at = now + timedelta(days=1)
    plan.save_revision(approved_go_live_at=plan.go_live_at)
    Page.objects.filter(pk=pages["geplant"].pk).update(live=False, go_live_at=now + timedelta(1))
    Page.objects.filter(pk=pages["abgelaufen"].pk).update(live=False, expired=True)
    PageViewRestriction.objects.create(page=pages["geschlossen"], restriction_type="login")
    return pages


@pytest.fixture
def hidden_objects(db):
    """Files of a private collection, and snippets that are not published."""
    private = Collection.get_first_root_node().add_child(name="Vertraulich")
    CollectionViewRestriction.objects.create(collection=private, restriction_type="login")
    text = json.dumps(raw([("lead", HIDDEN)]))
    return {
        "document": DocumentFactory(title=HIDDEN, collection=private),
        "image": ImageFactory(title=HIDDEN, collection=private),
        "person": PersonFactory(name=HIDDEN, live=False),
        "shared": SharedContentFactory(name=HIDDEN, body=text, live=False),
    }


@pytest.fixture
def website(home, hidden_pages, hidden_objects):
    """A public page that leads to everything hidden."""
    links = [("button_group", {"buttons": []})]
    for page in hidden_pages.values():
        text = f'<p><a linktype="page" id="{page.pk}">dorthin</a></p>'
        link = {"label": "", "page": page.pk, "url": ""}
        links += [
            ("text", text),
            ("call_to_action", {"heading": "Los", "text": "", "link": link}),
            ("event_teaser", {"kicker": "", "event": page.pk}),
        ]
    links += [
        (
            "person",
            {
                "heading": "",
                "persons": [{"type": "item", "value": hidden_objects["person"].pk, "id": "1"}],
            },
        ),
        ("shared_content", {"content": hidden_objects["shared"].pk}),
    ]
    return StandardPageFactory(parent=home, slug="wege", body=json.dumps(raw(links[1:])))


def first_addresses():
    """Return every address of everything there is, hidden or not."""
    addresses = list(LISTS)
    for page in Page.objects.filter(depth__gt=1):
        path = page.url or f"/de/{page.slug}/"
        addresses += [path, path.replace("/de/", "/en/"), f"/api/v2/pages/{page.pk}/"]
        addresses += [f"/api/v3/pages/{page.pk}/", f"/api/v3/pages/{page.pk}/?version=draft"]
        addresses += [f"/api/v3/pages/{page.pk}/revisions/"]
        addresses += [f"/api/v{number}/pages/find/?html_path={path}" for number in (2, 3)]
        asked = f"/api/v3/resolve/?path={quote(path)}"
        moments = ("2020-01-01T00:00:00Z", "2099-01-01T00:00:00Z")
        addresses += [asked, f"{asked}&version=draft", *(f"{asked}&at={at}" for at in moments)]
        addresses += [f"/api/v3/resolve/?path={quote(path.replace('/de/', '/en/'))}&fallback=de"]
    for number in (2, 3):
        addresses += [f"/api/v{number}/images/{pk}/" for pk in ids_of(Image)]
        addresses += [f"/api/v{number}/documents/{pk}/" for pk in ids_of(Document)]
    return addresses


def ids_of(model):
    return model.objects.values_list("pk", flat=True)


def crawl(client):
    """Ask for everything that can be reached; return the addresses where the word is told."""
    waiting, seen, leaks = first_addresses(), set(), []
    while waiting:
        address = waiting.pop()
        if address in seen or address.startswith("/admin/"):
            continue
        seen.add(address)
        response = client.get(address)
        assert response.status_code < 500, address
        told = b"".join(response) if response.streaming else response.content
        text = told.decode("utf-8", "replace")
        headers = " ".join(response.headers.values())
        if HIDDEN in ECHO.sub("", text + headers):
            leaks.append(address)
        waiting += [found for found in links_in(address, text) if found not in seen]
    return leaks, seen


def links_in(address, text):
    for groups in LINK.findall(text):
        parts = urlsplit(urljoin(f"http://testserver{address}", next(filter(None, groups))))
        if parts.hostname in ("testserver", "localhost", "127.0.0.1"):
            yield f"{parts.path}?{parts.query}" if parts.query else parts.path


def test_hidden_words_are_nowhere(client, website, answer_store):
    leaks, seen = crawl(client)

    assert leaks == []
    assert len(seen) > 200
    again, _seen = crawl(client)  # now from the store
    assert again == []


def test_the_crawl_sees_a_leak(client, website, hidden_pages):
    """Guard the guard: what is opened to the public is found."""
    PageViewRestriction.objects.all().delete()

    leaks, _seen = crawl(client)

    opened = hidden_pages["geschlossen"]
    assert opened.url in leaks
    assert f"/api/v3/pages/{opened.pk}/" in leaks
