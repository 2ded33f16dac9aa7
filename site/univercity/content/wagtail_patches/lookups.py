"""What Wagtail looks up again and again while it makes an answer, looked up once."""

from collections.abc import Callable
from functools import cache
from typing import Any

from django.http import HttpRequest
from django.utils import translation
from modelcluster import models as modelcluster
from wagtail.models import Locale, Page, Site, sites
from wagtail.models.sites import SiteRootPath

from univercity.content.reading.answer import kept
from univercity.content.reading.surroundings import surroundings

find_site = sites.get_site_for_hostname
find_root_paths = Site.get_site_root_paths
find_active_locale = Locale.get_active
find_url_parts = Page.get_url_parts


def connect() -> None:
    """Let Wagtail ask the answer at hand; call once. Without one, everything is as it was."""
    sites.get_site_for_hostname = site_for_hostname
    Site.get_site_root_paths = staticmethod(site_root_paths)
    Locale.get_active = staticmethod(active_locale)
    Page.get_url_parts = url_parts
    for name in ("get_all_child_relations", "get_all_child_m2m_relations"):
        setattr(modelcluster, name, once_for_a_model(getattr(modelcluster, name)))


def once_for_a_model(find: Callable[[Any], list[Any]]) -> Callable[[Any], list[Any]]:
    """Keep what ``find`` returns for a model; it is asked with each new object of the model."""

    @cache
    def found(options: Any) -> list[Any]:
        return find(options.model)

    return lambda model: found(model._meta)


def site_for_hostname(hostname: str, port: int) -> Site:
    if kept.get() is None:
        return find_site(hostname, port)
    site = surroundings().site_at(hostname, port)
    if site is None:
        raise Site.DoesNotExist
    return site


def site_root_paths() -> list[SiteRootPath]:
    return find_root_paths() if kept.get() is None else surroundings().root_paths


def active_locale() -> Locale:
    known = {} if kept.get() is None else surroundings().locales
    code = translation.get_language()
    found = (each for each in known.values() if each.language_code == code)
    return next(found, None) or find_active_locale()


def url_parts(page: Page, request: HttpRequest | None = None) -> Any:
    """Return the address of a page in the form of Wagtail's ``get_url_parts``."""
    answer = kept.get()
    if answer is None:
        return find_url_parts(page, request)
    known = answer.setdefault(url_parts, {})
    key = (page.url_path, translation.get_language())
    if key not in known:
        known[key] = find_url_parts(page, request)
    return known[key]
