"""What publishing replaces in Wagtail, and what Wagtail's own functions do instead."""

import inspect

import pytest
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page
from wagtail.signals import page_unpublished

from tests.factories import StandardPageFactory
from univercity.publishing.wagtail_patches import redirects
from univercity.publishing.wagtail_patches.redirects import (
    redirect_from_former_place,
    redirect_from_former_slug,
)


def old_paths():
    return list(Redirect.objects.values_list("old_path", flat=True))


def in_both_states(page, slug):
    """Return a page as it is stored, and as it is with another slug."""
    before = type(page).objects.get(pk=page.pk)
    after = type(page).objects.get(pk=page.pk)
    after.change_slug(slug)
    return before, after


def test_draft_gets_redirects_from_wagtail_and_none_from_us(home):
    draft = StandardPageFactory(parent=home, slug="entwurf", live=False)
    before, after = in_both_states(draft, "anders")

    redirect_from_former_slug(instance=after, instance_before=before)
    assert old_paths() == []

    redirects.make_redirects_from_slug(instance=after, instance_before=before)
    assert old_paths() == ["/de/entwurf"]


def test_draft_that_is_moved_gets_redirects_from_wagtail_and_none_from_us(home):
    section = StandardPageFactory(parent=home, slug="bereich")
    draft = StandardPageFactory(parent=section, slug="entwurf", live=False)
    moved = {
        "instance": draft,
        "url_path_before": f"{home.url_path}entwurf/",
        "url_path_after": draft.url_path,
    }

    redirect_from_former_place(**moved)
    assert old_paths() == []

    redirects.make_redirects_from_place(**moved)
    assert old_paths() == ["/de/entwurf"]


def test_page_that_returns_is_redirected_to_itself_by_wagtail_and_not_by_us(home):
    page = StandardPageFactory(parent=home, slug="impressum")
    page.save_revision().publish()
    for slug in ("angaben", "impressum"):
        before, after = in_both_states(page, slug)
    Redirect.objects.create(
        old_path="/de/impressum", redirect_page=page, automatically_created=True
    )

    redirects.make_redirects_from_slug(instance=after, instance_before=before)
    assert "/de/impressum" in old_paths()

    redirect_from_former_slug(instance=after, instance_before=before)
    assert "/de/impressum" not in old_paths()


class Failed(Exception):
    pass


@pytest.fixture
def failing_section(home):
    """A page with two below it, of which the last cannot be taken offline."""
    section = StandardPageFactory(parent=home)
    last = [StandardPageFactory(parent=section) for _number in range(2)][-1]

    def fail(instance, **kwargs):
        if instance.pk == last.pk:
            raise Failed

    page_unpublished.connect(fail)
    yield section
    page_unpublished.disconnect(fail)


def public_pages_of(section):
    return Page.objects.descendant_of(section, inclusive=True).live().count()


@pytest.fixture
def action(failing_section, admin_user):
    return UnpublishPageAction(failing_section, user=admin_user, include_descendants=True)


def test_act_that_fails_half_way_changes_nothing(failing_section, action):
    with pytest.raises(Failed):
        action.execute()

    assert public_pages_of(failing_section) == 3


def test_act_of_wagtail_that_fails_half_way_leaves_some_pages_changed(failing_section, action):
    with pytest.raises(Failed):
        inspect.unwrap(UnpublishPageAction.execute)(action)

    assert public_pages_of(failing_section) < 3
