"""Leave out the redirects that nobody needs."""

from typing import Any

from wagtail.contrib.redirects import signal_handlers
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

make_redirects_from_slug = signal_handlers.autocreate_redirects_on_slug_change
make_redirects_from_place = signal_handlers.autocreate_redirects_on_page_move


def connect() -> None:
    """Replace the receivers; call once, before the app of Wagtail's redirects connects its own."""
    signal_handlers.autocreate_redirects_on_slug_change = redirect_from_former_slug
    signal_handlers.autocreate_redirects_on_page_move = redirect_from_former_place


def redirect_from_former_slug(instance: Page, instance_before: Page, **kwargs: Any) -> None:
    """Have Wagtail make redirects to a page, and to those below it, that were public before.

    Wagtail's receiver of ``page_slug_changed`` makes them for drafts, too, whose addresses nobody
    knows (https://github.com/wagtail/wagtail/issues/12582, closed after 8.0 with redirects for live
    pages alone), and a page that returns to an old address would be redirected to itself once it is
    offline. Tests: ``test_draft_gets_redirects_from_wagtail_and_none_from_us``,
    ``test_page_that_returns_is_redirected_to_itself_by_wagtail_and_not_by_us``.
    """
    was_public = instance_before.first_published_at is not None
    if not was_public and not instance.get_descendants().live().exists():
        return
    make_redirects_from_slug(instance_before, instance)
    if not was_public:  # it may be by now: a translation gets its slug as it is published
        Redirect.objects.filter(automatically_created=True, redirect_page=instance).delete()
    drop_needless_redirects(instance)


def redirect_from_former_place(instance: Page, **kwargs: Any) -> None:
    """Have Wagtail make redirects to the public ones among the pages that were moved.

    The same for the receiver of ``post_page_move``. Test:
    ``test_draft_that_is_moved_gets_redirects_from_wagtail_and_none_from_us``.
    """
    make_redirects_from_place(instance, **kwargs)
    drop_needless_redirects(instance)


def drop_needless_redirects(instance: Page) -> None:
    """Remove redirects to a page, and to those below it, from addresses that need none."""
    moved = Page.objects.get(pk=instance.pk)
    redirects = Redirect.objects.filter(
        automatically_created=True, redirect_page__path__startswith=moved.path
    )
    needless = [
        redirect.pk
        for redirect in redirects.select_related("redirect_page__locale")
        if redirect.redirect_page.first_published_at is None or leads_to_itself(redirect)
    ]
    Redirect.objects.filter(pk__in=needless).delete()


def leads_to_itself(redirect: Redirect) -> bool:
    """Return whether the page of a redirect stands at the address it redirects from."""
    parts = redirect.redirect_page.get_url_parts()
    return parts is not None and redirect.normalise_path(parts[2]) == redirect.old_path
