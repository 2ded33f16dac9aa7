"""The entrance for frontends: what a page's address answers beside the page itself."""

import json
import re
from html import unescape

import pytest
from pydantic import TypeAdapter
from wagtail.models import Page, Site

from home.models import HomePage, StandardPage
from tests.factories import ImageFactory, StandardPageFactory, find_home
from tests.publications import translate_page
from tests.sample_content import raw
from univercity.api.resolve.schemas import PageVerdict, RedirectVerdict
from univercity.content.site_settings import SiteSettings
from univercity.translation.state.recompute import recompute_all

RESOLVE = "/api/v3/resolve/"


@pytest.fixture
def ask(client):
    """Return a function that asks for a path and returns the answer."""

    def ask_for(path, **parameters):
        return client.get(RESOLVE, {"path": path, **parameters}).json()

    return ask_for


@pytest.fixture(scope="module")
def site(kept):
    """A page below a section, in both languages, with links in text and blocks."""
    with kept():
        home = find_home()
        section = StandardPageFactory(parent=home, slug="bereich", title="Bereich")
        page = StandardPageFactory(
            parent=section,
            slug="seite",
            title="Seite",
            teaser="Ein Satz.",
            teaser_image=ImageFactory(),
            teaser_image_alt="Ein Haus",
        )
        body = [
            ("text", f'<p><a linktype="page" id="{section.pk}">hier</a></p>'),
            ("call_to_action", {"heading": "Los", "text": "", "link": {"page": section.pk}}),
        ]
        page.body = json.dumps(raw(body))
        page.save_revision().publish()
        translate_page(home, slug="home")
        translate_page(section, slug="section")
        translate_page(page, slug="page")
        yield


@pytest.fixture
def home(site, db):
    return HomePage.objects.get(slug="startseite")


@pytest.fixture
def bilingual(site, db):
    """The German page below the section."""
    return StandardPage.objects.get(slug="seite")


def test_page_is_the_one_that_its_endpoint_answers(client, ask, bilingual):
    answer = ask(bilingual.url)
    detail = client.get(f"/api/v3/pages/{bilingual.pk}/").json()

    for item in answer["page"]["body"]:
        assert {item.pop("lang"), item.pop("origin"), item.pop("stale")} == {"de", "source", False}
    assert answer["page"] == detail


@pytest.mark.parametrize("path", ["/de/", "/de/bereich/seite/", "/en/section/page/", "/de/alt"])
def test_answer_has_just_the_members_that_openapi_describes(ask, bilingual, path):
    answer = ask(path)
    verdict = {"page": PageVerdict, "redirect": RedirectVerdict}[answer["kind"]]

    assert answer.keys() == verdict.model_fields.keys()
    for name in answer.keys() - {"page"}:  # whose schema reads pages, not answers
        field = TypeAdapter(verdict.model_fields[name].annotation)
        assert field.dump_python(field.validate_python(answer[name]), mode="json") == answer[name]


@pytest.mark.parametrize(
    "path",
    [
        "/en/section/page/",
        "en/section/page/",
        "/en/section/p%61ge/",
        "/en/section/page/?utm=1",
        "/en/section/page/#top",
        "http://testserver/en/section/page/?utm=1#top",
        "HTTP://localhost/en/section/page/",
    ],
)
def test_path_may_come_as_any_browser_shows_it(ask, bilingual, path):
    answer = ask(path)

    assert (answer["kind"], answer["locale"]) == ("page", "en")
    assert answer["page"]["meta"]["slug"] == "page"


@pytest.mark.parametrize(
    "path", ["https://example.org/de/", "https://[/de/", "http://localhost:9/"]
)
def test_address_of_another_site_is_refused(client, home, path):
    response = client.get(RESOLVE, {"path": path})

    assert (response.status_code, response.json()["type"]) == (
        422,
        "/api/problems/invalid-parameter/",
    )


def test_path_is_required(client, home):
    assert client.get(RESOLVE).status_code == 422


@pytest.mark.parametrize("accepted", ["de", "en"])
@pytest.mark.parametrize(
    ("path", "href"),
    [("/de/bereich/seite/", "/de/bereich/"), ("/en/section/page/", "/en/section/")],
)
def test_links_follow_the_language_of_the_page(client, bilingual, path, href, accepted):
    headers = {"Accept-Language": accepted}
    response = client.get(RESOLVE, {"path": path}, headers=headers)
    text, call = (item["value"] for item in response.json()["page"]["body"])

    assert text == f'<p><a href="{href}">hier</a></p>'
    assert (call["link"]["href"], call["link"]["page"]["href"]) == (href, href)
    assert response["Content-Language"] == path[1:3]


def test_breadcrumbs_are_the_public_pages_above(ask, bilingual):
    def crumbs():
        return [crumb["href"] for crumb in ask("/de/bereich/seite/")["breadcrumbs"]]

    assert crumbs() == ["/de/", "/de/bereich/"]
    Page.objects.filter(slug="bereich").update(live=False)
    assert crumbs() == ["/de/"]


def test_alternates_say_how_far_each_language_is(ask, bilingual):
    def states(path):
        alternates = ask(path)["alternates"]
        return [(item["hreflang"], item["state"], item["page"]["href"]) for item in alternates]

    german, english = "/de/bereich/seite/", "/en/section/page/"
    both = [
        ("de", "source", german),
        ("en", "translated", english),
        ("x-default", "source", german),
    ]
    assert states(german) == states(english) == both

    bilingual.save_revision().publish()
    recompute_all()  # as after a commit
    assert states(german)[1] == ("en", "outdated", english)

    Page.objects.get(slug="page").unpublish()
    assert states(german)[1] == (None, "fallback", german)


def head_of(html):
    """Return what the head of a page says to machines."""
    found = dict(re.findall(r'<meta (?:name|property)="([^"]+)" content="([^"]*)"', html))
    found["title"] = re.search(r"<title>(.*?)</title>", html, re.DOTALL)[1]
    found["canonical"] = re.search(r'<link rel="canonical" href="([^"]+)"', html)[1]
    return {name: unescape(value) for name, value in found.items()}


@pytest.mark.parametrize(
    "path", ["/de/", "/de/bereich/seite/", "/en/section/page/", "/en/section/"]
)
def test_seo_is_what_the_html_says(client, ask, bilingual, path):
    seo, head = ask(path)["seo"], head_of(client.get(path).content.decode())
    social = seo["social"]
    image = social["image"] or {"src": None, "alt": None}

    assert seo["robots"] == "index"
    assert {
        "title": seo["title"],
        "canonical": seo["canonical"],
        "description": seo["description"] or None,
        "og:site_name": social["site_name"],
        "og:type": social["type"],
        "og:title": social["title"],
        "og:description": social["description"] or None,
        "og:url": social["url"],
        "og:locale": social["locale"],
        "og:image": image["src"],
        "og:image:alt": image["alt"],
        "twitter:card": social["card"],
    } == {name: head.get(name) for name in HEAD}


HEAD = [
    *("title", "canonical", "description", "og:site_name", "og:type", "og:title"),
    *("og:description", "og:url", "og:locale", "og:image", "og:image:alt", "twitter:card"),
]


@pytest.mark.parametrize("path", ["/de/", "/de/bereich/", "/de/bereich/seite/"])
def test_navigation_marks_the_entries_that_the_html_marks(client, ask, bilingual, path):
    section = Page.objects.get(slug="bereich")
    entries = [{"label": "Bereich", "page": section.pk}, {"label": "Stadt", "url": "https://b.de"}]
    SiteSettings.objects.create(
        site=Site.objects.get(),
        locale=section.locale,
        organisation="UniverCity",
        navigation=json.dumps(raw([("link", entry) for entry in entries])),
    )

    navigation = ask(path)["navigation"]
    html = client.get(path).content.decode()
    menu = html[html.index('id="site-navigation"') :].partition("</nav>")[0]

    links = re.findall(r'<a href="([^"]+)"([^>]*)>([^<]*)</a>', menu)
    marked = [
        (href, (re.findall(r'aria-current="(\w+)"', rest) or [""])[0], text)
        for href, rest, text in links
    ]
    assert [(e["href"], e["current"], e["text"]) for e in navigation["entries"]] == marked
    assert len(marked) == 2
    assert navigation["is_home"] == (path == "/de/")


@pytest.mark.parametrize(
    ("path", "nearest"),
    [
        ("/en/section/nothing/", "/en/section/"),
        ("/en/nothing/at/all/", "/en/"),
        ("/de/bereich/seite/feed.xml", "/de/bereich/seite/"),
        ("/sitemap.xml", "/de/"),
        ("/de/%00/", "/de/"),
        (f"/de/bereich/{'x/' * 900}", "/de/bereich/"),
    ],
)
def test_missing_page_names_the_nearest_one(client, bilingual, path, nearest):
    response = client.get(RESOLVE, {"path": path})
    problem = response.json()

    assert (response.status_code, response["Content-Type"]) == (404, "application/problem+json")
    assert problem["type"] == "/api/problems/not-found/"
    assert problem["nearest"]["href"] == nearest


@pytest.mark.parametrize("version", ["v2", "v3"])
@pytest.mark.parametrize(
    ("path", "slug"),
    [
        ("/en/section/page/", "page"),
        ("/en/", "home"),
        ("/de/bereich/seite/", "seite"),
        ("/bereich/seite/", "seite"),
        ("/", "startseite"),
    ],
)
def test_find_takes_the_public_path_of_every_language(client, bilingual, version, path, slug):
    response = client.get(f"/api/{version}/pages/find/", {"html_path": path}, follow=True)

    assert (response.status_code, response.json()["meta"]["slug"]) == (200, slug)


@pytest.mark.parametrize("version", ["v2", "v3"])
@pytest.mark.parametrize("path", ["/en/section/nothing/", "/section/page/", "/de/geheim/", "/%00/"])
def test_find_misses_what_is_not_public(client, bilingual, home, version, path):
    StandardPageFactory(parent=home, slug="geheim", live=False)

    assert client.get(f"/api/{version}/pages/find/", {"html_path": path}).status_code == 404


def test_host_without_site_has_no_pages(client, home):
    Site.objects.all().delete()

    for endpoint, name in ((RESOLVE, "path"), ("/api/v3/pages/find/", "html_path")):
        assert client.get(endpoint, {name: "/de/"}).status_code == 404
