"""The site that the demo is loaded into: fresh, or loaded with it before."""

from urllib.parse import urlsplit

from django.conf import settings
from django.core.management.base import CommandError
from wagtail.models import Locale, Page, Site

from home.models import HomePage

LOCAL_HOST = "127.0.0.1"
WELCOME_TITLE = "Welcome to your new Wagtail site!"


def ensure_locales() -> tuple[Locale, Locale]:
    """Return German and English, made where missing."""
    german, _created = Locale.objects.get_or_create(language_code=settings.LANGUAGE_CODE)
    english, _created = Locale.objects.get_or_create(language_code="en")
    return german, english


def refuse_other_content() -> None:
    """Raise ``CommandError`` where the site already has a home page that is not the demo's."""
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    if HomePage.objects.exists() or (site and not is_welcome_page(site.root_page)):
        raise CommandError(
            "This site has a home page of its own. The demo content is loaded only into a fresh "
            "site, so nothing was changed. Use another database (DATABASE_URL or DATA_DIR)."
        )


def is_welcome_page(page: Page) -> bool:
    """Whether the page is the one that Wagtail's migrations make, as they made it."""
    return (
        page.specific_class is Page
        and page.title == WELCOME_TITLE
        and page.numchild == 0
        and page.latest_revision_id is None
    )


def hand_site_to(home: HomePage) -> None:
    """Make the German home page the root of the default site and remove Wagtail's welcome page."""
    address = urlsplit(settings.WAGTAILADMIN_BASE_URL)
    site = Site.objects.filter(is_default_site=True).first() or Site(is_default_site=True)
    welcome = site.root_page if site.pk else None
    site.hostname = address.hostname or LOCAL_HOST
    site.port = address.port or (443 if address.scheme == "https" else 80)
    site.site_name = settings.WAGTAIL_SITE_NAME
    site.root_page = home
    site.save()
    if welcome:
        welcome.delete()


def follow_port(port: int) -> None:
    """Give the demo's own local site the port it is served on, which its addresses contain."""
    for site in Site.objects.filter(is_default_site=True, hostname=LOCAL_HOST).exclude(port=port):
        site.port = port
        site.save()
