"""Addresses of this site that were written out in full: whether something public is there."""

from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.core.files.storage import default_storage
from django.db.models import Q
from django.urls import Resolver404, resolve
from django.utils.translation import get_language_from_path, override
from wagtail.contrib.redirects.models import Redirect
from wagtail.coreutils import get_dummy_request
from wagtail.documents import get_document_model
from wagtail.models import Page, Site

from univercity.editorial.models import ExternalLink


def own_hosts() -> set[str]:
    """Return the names under which this site is public."""
    hosts = set(Site.objects.values_list("hostname", flat=True))
    return {host.lower() for host in hosts | {urlsplit(settings.WAGTAILADMIN_BASE_URL).hostname}}


def own_links() -> Q:
    """Return the condition for links to this site."""
    condition = Q(pk=None)
    for host in own_hosts():
        pattern = rf"^https?://{host.replace('.', '[.]')}(:[0-9]+)?([/?]|$)"
        condition |= Q(url__iregex=pattern)
    return condition


def host_of(url: str) -> str:
    """Return the host that an address names; empty where it names none."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:  # such as an unfinished IPv6 address
        return ""


def is_own(link: ExternalLink) -> bool:
    """Return whether a link leads to this site."""
    return host_of(link.url) in own_hosts()


def answers(url: str) -> bool:
    """Return whether this site has something public at one of its own addresses."""
    path = unquote(urlsplit(url).path) or "/"
    if path == "/" or path.startswith(settings.STATIC_URL):
        return True
    if path.startswith(settings.MEDIA_URL):
        return default_storage.exists(path.removeprefix(settings.MEDIA_URL))
    language = get_language_from_path(path)
    if not path.endswith("/") and "." not in path.rsplit("/", 1)[-1]:
        path += "/"
    with override(language or settings.LANGUAGE_CODE):
        return resolves(path) or (language is None and resolves(f"/{settings.LANGUAGE_CODE}{path}"))


def resolves(path: str) -> bool:
    """Return whether ``path`` belongs to a public page, a document, a redirect or another view."""
    redirects = Redirect.objects.filter(old_path=Redirect.normalise_path(path))
    try:
        match = resolve(path)
    except Resolver404:
        return redirects.exists()
    if match.url_name == "wagtaildocs_serve":
        return get_document_model().objects.filter(pk=match.args[0]).exists()
    if match.url_name != "wagtail_serve":
        return True
    site = Site.objects.filter(is_default_site=True).first()
    found = Page.route_for_request(get_dummy_request(path=path, site=site), match.args[0])
    return found is not None or redirects.exists()
