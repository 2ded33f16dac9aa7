"""Links between pages: who links is named before a page goes, and reported after it went."""

import json

import pytest
from django.contrib.auth.models import Group
from wagtail.models import Page, PageViewRestriction, Site

from tests.factories import StandardPageFactory
from tests.permissions import allow, log_in
from tests.sample_content import listed, raw, story
from univercity.content.site_settings import SiteSettings


@pytest.fixture
def target(home):
    return StandardPageFactory(parent=home, title="Impressum")


def page_with(home, body, **fields):
    return StandardPageFactory(parent=home, body=json.dumps(raw(body)), **fields)


def text_link(page):
    return [("text", f'<p><a linktype="page" id="{page.pk}">hier</a></p>')]


def ask(client, action, page):
    """Return what the admin asks before it deletes or unpublishes a page."""
    return client.get(f"/admin/pages/{page.pk}/{action}/").content.decode()


def ask_for_many(client, action, *pages):
    ids = "&".join(f"id={page.pk}" for page in pages)
    return client.get(f"/admin/bulk/wagtailcore/page/{action}/?{ids}").content.decode()


def report(client):
    return client.get("/admin/reports/dead-links/").content.decode()


LINKS = {
    "rich text": text_link,
    "link block": lambda page: [
        (
            "call_to_action",
            {"heading": "Los", "link": {"label": "hin", "page": page.pk, "url": ""}},
        )
    ],
    "text inside a list": lambda page: [
        (
            "accordion",
            {"heading": "F", "items": listed({"title": "W", "text": text_link(page)[0][1]})},
        )
    ],
}


@pytest.mark.parametrize("ask_before", [ask, ask_for_many])
@pytest.mark.parametrize("action", ["delete", "unpublish"])
@pytest.mark.parametrize("link", LINKS.values(), ids=LINKS)
def test_admin_names_who_links_before_a_page_goes(
    client, editor, home, target, link, action, ask_before
):
    page = page_with(home, link(target), title="Netzwerk")

    content = ask_before(client, action, target)

    assert "Links auf diesen Seiten würden ins Leere führen:" in content
    assert f'<a href="/admin/pages/{page.pk}/edit/">Netzwerk</a>' in content


def test_admin_names_translations_that_link(client, admin_client, home, target, translate):
    translate(home, slug="home")
    translate(page_with(home, text_link(target), title="Netzwerk"), slug="network")

    assert ">[Netzwerk]</a>" in ask(admin_client, "unpublish", target)


def test_admin_names_the_navigation_that_links(admin_client, home, target, german):
    settings = SiteSettings.objects.create(
        site=Site.objects.get(),
        locale=german,
        organisation="UniverCity",
        navigation=json.dumps(raw([("link", {"label": "I", "page": target.pk, "url": ""})])),
    )

    content = ask(admin_client, "unpublish", target)

    assert f"/admin/snippets/univercity/sitesettings/edit/{settings.pk}/" in content


def test_admin_names_who_links_to_pages_below(admin_client, home, target):
    child = StandardPageFactory(parent=target)
    page_with(home, text_link(child), title="Netzwerk")

    assert ">Netzwerk</a>" in ask(admin_client, "delete", target)


def test_links_inside_what_goes_are_not_named(client, editor, target):
    page_with(target, text_link(target), title="Kind")

    assert "ins Leere" not in ask(client, "delete", target)


def test_admin_names_ten_and_counts_the_rest(client, editor, home, target):
    for number in range(12):
        page_with(home, text_link(target), title=f"Seite Nr. {number:02}")

    content = ask(client, "delete", target)

    assert content.count(">Seite Nr. ") == 10
    assert "und 2 weitere" in content


def test_pages_of_others_are_counted_and_not_named(client, home, target):
    page_with(home, text_link(target), title="Geheim")
    group = Group.objects.create(name="Partner")
    allow(group, target, "change", "publish")
    log_in(client, group)

    content = ask(client, "unpublish", target)

    assert "1 Seite, die andere bearbeiten" in content
    assert "Geheim" not in content


def test_naming_more_links_costs_no_more_queries(
    client, editor, home, target, django_assert_num_queries, django_assert_max_num_queries
):
    page_with(home, story(1, target))
    with django_assert_max_num_queries(200) as first:
        ask(client, "unpublish", target)
    page_with(home, story(2, target))
    page_with(home, story(2, target))

    with django_assert_num_queries(len(first.captured_queries)):
        ask(client, "unpublish", target)


# The report


def test_report_lists_links_to_a_page_that_went_offline(client, editor, home, target):
    page_with(home, text_link(target), title="Netzwerk")
    assert "Netzwerk" not in report(client)

    target.unpublish()

    content = report(client)
    assert "Netzwerk" in content
    assert "nicht öffentlich" in content


@pytest.mark.parametrize("version", ["de", "en"])
def test_report_lists_links_to_a_closed_page_in_its_language(
    admin_client, home, target, translate, version
):
    translate(home, slug="home")
    closed = {"de": target, "en": translate(target, slug="imprint")}[version]
    translate(page_with(home, text_link(target), title="Netzwerk"), slug="network")
    if version == "en":
        target.unpublish()
    before = report(admin_client)

    PageViewRestriction.objects.create(page=closed, restriction_type="login")

    title = {"de": "Netzwerk", "en": "[Netzwerk]"}[version]
    assert (title in before, title in report(admin_client)) == (False, True)


@pytest.mark.parametrize("link", LINKS.values(), ids=LINKS)
def test_report_lists_links_to_a_deleted_page(
    client, editor, home, target, link, django_capture_on_commit_callbacks
):
    page_with(home, link(target), title="Netzwerk")

    with django_capture_on_commit_callbacks(execute=True):
        target.delete()

    assert "eine Seite, die gelöscht wurde" in report(client)


def test_report_leaves_drafts_out(client, editor, home, target):
    page_with(home, text_link(target), title="Entwurf", live=False)
    target.unpublish()

    assert "Entwurf" not in report(client)


def test_link_whose_translation_is_public_leads_somewhere(admin_client, home, target, translate):
    translate(home, slug="home")
    translate(target, slug="imprint")
    page = page_with(home, text_link(target), title="Netzwerk")
    translate(page, slug="network")

    target.unpublish()

    content = report(admin_client)
    assert "Netzwerk" in content
    assert "[Netzwerk]" not in content


def test_report_shows_only_pages_that_the_user_may_edit(client, home, target):
    page_with(home, text_link(target), title="Geheim")
    own = page_with(home, text_link(target), title="Eigene")
    target.unpublish()
    group = Group.objects.create(name="Partner")
    allow(group, own, "change")
    log_in(client, group)

    content = report(client)

    assert "Eigene" in content
    assert "Geheim" not in content


def test_report_does_not_name_drafts_of_others(client, home):
    draft = StandardPageFactory(parent=home, title="Vertraulich", live=False)
    own = page_with(home, text_link(draft), title="Eigene")
    group = Group.objects.create(name="Partner")
    allow(group, own, "change")
    log_in(client, group)

    content = report(client)

    assert "ein Entwurf" in content
    assert "Vertraulich" not in content


def test_report_is_exported(client, editor, home, target):
    page_with(home, text_link(target), title="Netzwerk")
    target.unpublish()

    response = client.get("/admin/reports/dead-links/?export=csv")

    lines = b"".join(response.streaming_content).decode().splitlines()
    assert lines[1] == f"Netzwerk,Inhalt → Text,{target.title},nicht öffentlich"


def test_many_deletions_ask_for_the_name_of_the_site(admin_client, target):
    for _ in range(5):
        StandardPageFactory(parent=Page.objects.get(pk=target.pk))

    assert 'name="confirm_site_name"' in ask(admin_client, "delete", target)
