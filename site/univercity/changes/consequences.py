"""Everything public that a transaction changed: log entries, addresses and surrogate keys."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from django.apps import apps
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import get_language_from_path
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale, Site

from univercity.changes.dependents import (
    Dependents,
    settings_versions,
    targets_of_page_changes,
    targets_of_thing_changes,
)
from univercity.changes.differences import (
    PageChange,
    ThingChange,
    changed_pages,
    changed_things,
)
from univercity.changes.groups import all_languages, snippet_falls_back
from univercity.changes.keys import (
    ALL_PAGES,
    NAVIGATION,
    REDIRECTS,
    SETTINGS,
    SITE,
    key_of,
)
from univercity.changes.listings import find_listing_pages, listed_change, listed_page
from univercity.changes.models import Change, PendingChange
from univercity.changes.public_pages import PublicPage, PublicPages, below, root_url
from univercity.site_settings import SiteSettings


@dataclass
class Consequences:
    """What a transaction changed in public."""

    keys: set[str] = field(default_factory=set)  #: of every answer that may be stale
    origin: list[str] = field(default_factory=list)  #: keys of what was changed itself
    changes: list[Change] = field(default_factory=list)  #: without position and time

    @property
    def urls(self) -> list[str]:
        """Each address once, those that lead nowhere any more included."""
        return list(dict.fromkeys(change.url for change in self.changes))


def find_consequences(pending: Iterable[PendingChange]) -> Consequences:
    """Compare what was touched with what it is now, and follow what shows the difference."""
    pending = list(pending)
    public = PublicPages()
    pages, things = changed_pages(pending, public), changed_things(pending)
    if not pages and not things:
        return Consequences()
    dependents = Dependents(public)
    targets, known = targets_of_page_changes(pages, public) if pages else ({}, [])
    more, more_known = targets_of_thing_changes(things) if things else ({}, [])
    dependents.follow({**targets, **more}, [*known, *more_known])
    listed = [listed_change(change) for change in pages if change.facts_changed]
    listed += [listed_page(page) for page in dependents.listed_anew.values()]
    listings, listing_pages = find_listing_pages(listed, public)
    affected = {page.pk: page for page in listing_pages} | dependents.pages
    affected |= {page.pk: page for page in find_around(pages, things, dependents, public)}
    found = Consequences()
    found.origin = sorted(origin_keys(pages, things))
    found.keys = {*found.origin, *listings, *far_keys(pages, dependents)}
    found.keys |= {f"page-{pk}" for pk in affected}
    found.changes = [*page_changes(pages, affected), *redirect_changes(pages, things, public)]
    if pages:
        found.changes.append(sitemap_change())
    for change in found.changes:
        change.keys = found.origin
    return found


def find_around(
    pages: list[PageChange], things: list[ThingChange], dependents: Dependents, public: PublicPages
) -> list[PublicPage]:
    """Return the pages that show a change without a reference to it.

    Translations link to each other and say whether they are out of date, pages below name those
    above them, menu and footer stand on every page of a language.
    """
    placed = [change.state.path for change in pages if change.place_changed]
    languages = set(dependents.menu_languages)
    settings = settings_versions()
    for change in things:
        if change.model in (Site, Locale):
            languages |= all_languages()
        elif change.model is SiteSettings:
            language = change.state.language
            languages |= settings.shown_in(language, snippet_falls_back(SiteSettings, language))
    condition = below(placed) | Q(locale__language_code__in=languages)
    condition |= Q(translation_key__in={change.state.translation_key for change in pages})
    return public.find(condition)


def page_changes(pages: list[PageChange], affected: dict[int, PublicPage]) -> list[Change]:
    """Return what happened at each address, once: addresses that are free now first."""
    gone, there = [], []
    for change in pages:
        for kind, url in change.kinds():
            entry = Change(
                kind=kind,
                url=url,
                page_id=change.pk,
                page_type=change.state.type,
                language=change.state.language,
            )
            (gone if entry.leads_nowhere else there).append(entry)
    for page in affected.values():
        if page.pk not in {change.pk for change in pages}:
            there.append(
                Change(
                    kind=Change.Kind.CHANGED,
                    url=page.url,
                    page_id=page.pk,
                    page_type=page.type,
                    language=page.language,
                )
            )
    return [*gone, *there]


def redirect_changes(
    pages: list[PageChange], things: list[ThingChange], public: PublicPages
) -> list[Change]:
    """Return what happened at the addresses of redirects, except where a page stands."""
    paths: dict[str, str] = {}
    moved = {change.pk for change in pages if len(set(change.urls)) > 1}
    redirects = Redirect.objects.filter(redirect_page__in=moved)
    for path in redirects.values_list("old_path", flat=True):
        paths[path] = Change.Kind.CHANGED
    for change in things:
        if change.model is Redirect:
            before, after = (
                state and state.data["old_path"] for state in (change.before, change.after)
            )
            if before:
                paths[before] = Change.Kind.DELETED
            if after:
                paths[after] = Change.Kind.CHANGED if before == after else Change.Kind.PUBLISHED
    targets = {change.state.data["redirect_page"] for change in things if change.model is Redirect}
    urls = {page.url for page in public.find(Q(pk__in=targets))} if targets else set()
    urls |= {url for change in pages for url in change.urls if url}
    without_effect = {Redirect.normalise_path(urlsplit(url).path) for url in urls}
    return [
        Change(
            kind=kind,
            url=f"{root_url()}{path}",
            page_type=Redirect._meta.label,
            language=get_language_from_path(path) or "",
        )
        for path, kind in paths.items()
        if path not in without_effect
    ]


def sitemap_change() -> Change:
    return Change(kind=Change.Kind.CHANGED, url=f"{root_url()}{reverse('sitemap')}")


def origin_keys(pages: list[PageChange], things: list[ThingChange]) -> set[str]:
    """Return the keys of what was changed itself."""
    keys = {f"page-{change.pk}" for change in pages}
    for change in things:
        if change.model is SiteSettings:
            keys |= {SETTINGS, NAVIGATION}
        elif change.model in (Site, Locale):
            keys.add(SITE)
        elif change.model is Redirect:
            keys.add(REDIRECTS)
        else:
            keys.add(key_of(change.model, change.pk))
    return keys - {""}


def far_keys(pages: list[PageChange], dependents: Dependents) -> set[str]:
    """Return the keys of answers that name something else than what was changed."""
    keys = {key_of(model, pk) for model, pk in dependents.snippets}
    keys |= {f"page-{pk}" for pk in dependents.listed_anew}
    if pages:
        keys.add(ALL_PAGES)
    if dependents.menu_languages or any(menus_differ(change) for change in pages):
        keys.add(NAVIGATION)
    if any(change.place_changed for change in pages):
        keys.add(REDIRECTS)
    for change in pages:  # lists of the API show more than cards do
        keys |= getattr(apps.get_model(change.state.type), "listed_in", frozenset())
    return keys - {""}


def menus_differ(change: PageChange) -> bool:
    """Return whether the page was taken into menus or out of them."""
    return len({state.in_menus for state in (change.before, change.after) if state}) > 1
