"""Redirects from addresses that pages had before.

Wagtail makes one for each page whose slug or place in the tree changes. Ours stands in for its app
configuration, because a page that was never public has no address to redirect from, and because a
page that returns to an old address must not be redirected to itself once it is offline.
"""

from wagtail.contrib.redirects.apps import WagtailRedirectsAppConfig
from wagtail.signals import page_slug_changed, post_page_move


class RedirectsConfig(WagtailRedirectsAppConfig):
    """Wagtail's app for redirects, which makes none that nobody needs."""

    def ready(self):
        super().ready()
        from wagtail.contrib.redirects import signal_handlers  # noqa: PLC0415 - needs loaded apps

        page_slug_changed.disconnect(signal_handlers.autocreate_redirects_on_slug_change)
        page_slug_changed.connect(redirect_from_former_slug)
        # After Wagtail's receiver, which makes the redirects.
        post_page_move.connect(drop_needless_redirects)


def redirect_from_former_slug(instance, instance_before, **kwargs):
    """Have Wagtail make redirects to a page, and to those below it, that were public before."""
    from wagtail.contrib.redirects import models, signal_handlers  # noqa: PLC0415 - loaded apps

    was_public = instance_before.first_published_at is not None
    if not was_public and not instance.get_descendants().live().exists():
        return
    signal_handlers.autocreate_redirects_on_slug_change(instance_before, instance)
    if not was_public:  # it may be by now: a translation gets its slug as it is published
        models.Redirect.objects.filter(automatically_created=True, redirect_page=instance).delete()
    drop_needless_redirects(instance)


def drop_needless_redirects(instance, **kwargs):
    """Remove redirects to a page, and to those below it, from addresses that need none."""
    from wagtail.contrib.redirects.models import Redirect  # noqa: PLC0415 - needs loaded apps
    from wagtail.models import Page  # noqa: PLC0415

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


def leads_to_itself(redirect):
    """Return whether the page of a redirect stands at the address it redirects from."""
    parts = redirect.redirect_page.get_url_parts()
    return parts is not None and redirect.normalise_path(parts[2]) == redirect.old_path
