"""Which public addresses and keys the publication of a page names: all that changed, no others."""

import datetime
from contextlib import suppress

from django.db import transaction
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageViewRestriction

from tests.factories import (
    StandardPageFactory,
)
from tests.publications import SITEMAP, link_to, publish, revise
from univercity.publishing.changes.settling import settle_what_was_left
from univercity.publishing.models import Change, PendingChange


def test_publishing_a_page_names_it_its_translation_and_what_links_to_it(
    home, network, translate, changed, sent
):
    page = StandardPageFactory(parent=home, slug="ziel")
    german_link = StandardPageFactory(parent=home, slug="verweist", body=link_to(page))
    StandardPageFactory(parent=home, slug="unbeteiligt")
    translate(home)
    translate(page)
    translate(german_link)  # leads to the English page, which does not change
    paths = {"/de/ziel/", "/en/ziel/", SITEMAP}
    assert changed(revise, page, introduction="Neu") == paths
    assert changed(revise, page, title="Neu") == paths | {"/de/verweist/"}
    assert {f"page-{page.pk}", f"page-{german_link.pk}", "list-pages"} <= sent[-1][0]


def test_link_without_translated_target_is_named_in_both_languages(home, translate, changed):
    page = StandardPageFactory(parent=home, slug="ziel")
    linking = StandardPageFactory(parent=home, slug="verweist", body=link_to(page))
    translate(home)
    translate(linking)
    paths = {"/de/ziel/", "/de/verweist/", "/en/verweist/", SITEMAP}
    assert changed(revise, page, title="Neu") == paths


def test_title_changes_what_stands_below(home, changed):
    page = StandardPageFactory(parent=home, slug="oben")
    StandardPageFactory(parent=page, slug="unten")
    assert changed(revise, page, introduction="Neu") == {"/de/oben/", SITEMAP}
    assert changed(revise, page, title="Anders") == {"/de/oben/", "/de/oben/unten/", SITEMAP}


def test_drafts_and_planned_pages_change_nothing(home, changed, sent):
    page = StandardPageFactory(parent=home, slug="seite")
    page.title = "Entwurf"
    assert changed(page.save_revision) == set()
    draft = StandardPageFactory.build(slug="entwurf", live=False)
    assert changed(home.add_child, instance=draft) == set()
    assert changed(draft.delete) == set()
    assert {frozenset(keys) for keys, _urls in sent} <= {frozenset({"tree"})}


def test_moving_names_old_and_new_addresses_of_all_below(home, changed):
    old = StandardPageFactory(parent=home, slug="alt")
    new = StandardPageFactory(parent=home, slug="neu")
    page = StandardPageFactory(parent=old, slug="seite")
    part = StandardPageFactory(parent=page, slug="teil")
    publish(page)
    publish(part)
    paths = changed(page.move, new, pos="last-child")
    assert paths == {
        "/de/alt/seite/",
        "/de/alt/seite/teil/",
        "/de/neu/seite/",
        "/de/neu/seite/teil/",
        SITEMAP,
    }
    kinds = {(change.kind, change.url) for change in Change.objects.exclude(kind="changed")}
    host = "http://localhost"
    assert {
        ("unpublished", f"{host}/de/alt/seite/"),
        ("published", f"{host}/de/neu/seite/"),
    } <= kinds


def test_another_slug_names_old_and_new_addresses(home, changed):
    page = StandardPageFactory(parent=home, slug="alt")
    publish(page)
    publish(StandardPageFactory(parent=page, slug="teil"))
    paths = {"/de/alt/", "/de/alt/teil/", "/de/neu/", "/de/neu/teil/", SITEMAP}
    page = type(page).objects.get(pk=page.pk)
    assert changed(page.change_slug, "neu") == paths


def test_restriction_takes_a_part_of_the_tree_away_and_gives_it_back(home, changed):
    page = StandardPageFactory(parent=home, slug="intern")
    StandardPageFactory(parent=page, slug="teil")
    paths = {"/de/intern/", "/de/intern/teil/", SITEMAP}
    restriction = PageViewRestriction(page=page, restriction_type="login")
    assert changed(restriction.save) == paths
    gone = Change.objects.filter(kind=Change.Kind.UNPUBLISHED)
    assert gone.count() == 2
    assert changed(revise, page, title="Anders") == set()
    assert changed(restriction.delete) == paths


def test_deleting_names_the_subtree_and_what_linked_to_it(home, changed):
    page = StandardPageFactory(parent=home, slug="weg")
    StandardPageFactory(parent=page, slug="teil")
    StandardPageFactory(parent=page, slug="entwurf", live=False)
    StandardPageFactory(parent=home, slug="verweist", body=link_to(page))
    paths = {"/de/weg/", "/de/weg/teil/", "/de/verweist/", SITEMAP}
    assert changed(Page.objects.get(pk=page.pk).delete) == paths
    assert Change.objects.filter(kind=Change.Kind.DELETED).count() == 2


def test_alias_is_named_with_its_source(home, changed):
    page = StandardPageFactory(parent=home, slug="seite")
    page.create_alias(parent=home, update_slug="zweite")
    assert changed(revise, page, title="Anders") == {"/de/seite/", "/de/zweite/", SITEMAP}


def test_copy_is_named_only_where_it_is_public(home, changed):
    page = StandardPageFactory(parent=home, slug="seite")
    assert changed(page.copy, update_attrs={"slug": "kopie"}) == {"/de/kopie/", SITEMAP}
    assert changed(page.copy, update_attrs={"slug": "entwurf"}, keep_live=False) == set()


def test_redirect_is_named_with_what_it_leads_to(home, changed, sent):
    page = StandardPageFactory(parent=home, slug="ziel")
    redirect = Redirect(old_path="/aktion", redirect_page=page)
    assert changed(redirect.save) == {"/aktion"}
    assert sent[0][0] == {"redirects", "changes"}
    assert changed(revise, page, introduction="Neu") == {"/de/ziel/", SITEMAP}
    assert changed(page.unpublish) == {"/de/ziel/", "/aktion", SITEMAP}
    assert changed(redirect.delete) == {"/aktion"}


def test_host_of_the_site_changes_every_address(home, translate, changed, sent):
    translate(home)
    site = home.get_site()
    site.site_name = "UniverCity"
    assert changed(site.save) == {"/de/", "/en/"}
    assert "site" in sent[0][0]


def test_work_that_is_rolled_back_changes_nothing(home, changed):
    page = StandardPageFactory(parent=home, slug="seite")

    def fail():
        with suppress(RuntimeError), transaction.atomic():
            revise(page, title="Anders")
            raise RuntimeError

    assert changed(fail) == set()


def test_clock_settles_what_a_dead_process_left(home, sent, django_capture_on_commit_callbacks):
    page = StandardPageFactory(parent=home, slug="seite")
    PendingChange.objects.all().delete()
    revise(page, title="Anders")
    now = timezone.now()
    for minutes in (0, 5, 6):
        with django_capture_on_commit_callbacks(execute=True):
            settle_what_was_left(now + datetime.timedelta(minutes=minutes))
        assert bool(sent) == (minutes > 0)
    assert [urls for _keys, urls in sent] == [["/de/seite/", SITEMAP]]
