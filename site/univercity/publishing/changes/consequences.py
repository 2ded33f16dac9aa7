"""Everything public that a transaction changed: log entries, addresses and surrogate keys."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import get_language_from_path
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Locale, Site

from univercity.content.site_settings import SiteSettings
from univercity.content.snippets.shared_content import SharedContent
from univercity.publishing.changes.dependents import (
    Dependents,
    settings_versions,
    targets_of_page_changes,
    targets_of_thing_changes,
)
from univercity.publishing.changes.differences import (
    PageChange,
    ThingChange,
    changed_things,
    touched_pages,
)
from univercity.publishing.changes.keys import (
    ALL_PAGES,
    CHANGE_LOG,
    NAVIGATION,
    REDIRECTS,
    SETTINGS,
    SITE,
    TREE,
    in_languages,
    key_of,
    list_of,
)
from univercity.publishing.changes.listings import (
    find_listing_pages,
    languages_of,
    listed_change,
    listed_page,
)
from univercity.publishing.changes.public_pages import PublicPage, PublicPages, below, root_url
from univercity.publishing.changes.versions import (
    TRANSLATION,
    all_languages,
    page_versions,
    snippet_falls_back,
    translation_keys,
)
from univercity.publishing.models import Change, PendingChange


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
    touched, things = touched_pages(pending, public), changed_things(pending)
    pages = [change for change in touched if change.is_public]
    found = Consequences(keys=hidden_keys(pending, touched, things))
    if not pages and not things:
        return found
    dependents = Dependents(public)
    targets, known = targets_of_page_changes(pages, public) if pages else ({}, [])
    more, more_known = targets_of_thing_changes(things) if things else ({}, [])
    dependents.follow({**targets, **more}, [*known, *more_known])
    listed = [listed_change(change) for change in pages if change.facts_changed]
    listed += [listed_page(page) for page in dependents.listed_anew.values()]
    listings, listing_pages = find_listing_pages(listed, public)
    affected = {page.pk: page for page in listing_pages} | dependents.pages
    affected |= {page.pk: page for page in find_around(pages, things, dependents, public)}
    found.origin = sorted(origin_keys(pages, things))
    found.keys |= {*found.origin, *listings, *lists_of_all(pages, things, public)}
    found.keys |= keys_around(pages, things, dependents)
    found.keys |= {key_of(model, pk) for model, pk in dependents.snippets}
    found.keys |= {f"page-{pk}" for pk in affected}
    found.changes = [*page_changes(pages, affected), *redirect_changes(pages, things, public)]
    if pages:
        found.changes.append(sitemap_change())
    for change in found.changes:
        change.keys = found.origin
    found.keys |= {CHANGE_LOG} if found.changes else set()
    return found


def find_around(
    pages: list[PageChange], things: list[ThingChange], dependents: Dependents, public: PublicPages
) -> list[PublicPage]:
    """Return the pages that show a change without a reference to it.

    Translations link to each other and say whether they are out of date, pages below name those
    above them, menu and footer stand on every page of a language.
    """
    placed = [change.state.path for change in pages if change.place_changed]
    languages = dependents.menu_languages | languages_of_settings(things)
    if any(change.model in (Site, Locale) for change in things):
        languages |= all_languages()
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
            keys |= {SETTINGS, NAVIGATION}  # in all languages that it names
        elif change.model in (Site, Locale):
            keys.add(SITE)
        elif change.model is Redirect:
            keys.add(REDIRECTS)
        else:
            keys.add(key_of(change.model, change.pk))
    return keys - {""}


def hidden_keys(
    pending: list[PendingChange], touched: list[PageChange], things: list[ThingChange]
) -> set[str]:
    """Return the keys of what answers depend on although it has no public address."""
    objects = {row.object_id for row in pending if row.model == TRANSLATION}
    objects |= {change.state.translation_key for change in things if change.model is SharedContent}
    keys = translation_keys(objects)
    moved = {change.state.language for change in touched if change.order_changed}
    keys |= in_languages(ALL_PAGES, moved)  # whose order is that of the tree
    return keys | {TREE} if any(change.tree_changed for change in touched) else keys


def languages_of_settings(things: list[ThingChange]) -> set[str]:
    """Return the languages whose readers see changed settings of the site."""
    changed = {change.state.language for change in things if change.model is SiteSettings}
    if not changed:
        return set()
    versions = settings_versions()
    shown = (versions.shown_in(code, snippet_falls_back(SiteSettings, code)) for code in changed)
    return set().union(*shown)


def keys_around(
    pages: list[PageChange], things: list[ThingChange], dependents: Dependents
) -> set[str]:
    """Return the keys of what stands around every page, and of what leads to pages."""
    settings = languages_of_settings(things)
    menus = settings | dependents.menu_languages
    if any(change.place_changed and change.is_home for change in pages):
        menus = set(all_languages())
    keys = in_languages(SETTINGS, settings) | in_languages(NAVIGATION, menus)
    return keys | {REDIRECTS} if any(change.url_changed for change in pages) else keys


def lists_of_all(
    pages: list[PageChange], things: list[ThingChange], public: PublicPages
) -> set[str]:
    """Return the keys of the lists of all pages, images, documents, and of the log of changes."""
    files = {get_image_model(), get_document_model()}
    keys = {list_of(change.model) for change in things if change.model in files}
    if not pages:
        return keys
    versions = page_versions({change.state.translation_key for change in pages}, public)
    languages: set[str] = set()
    for change in pages:  # an address stands among the alternates of all languages
        state = change.state
        own = languages_of(versions.get(state.translation_key), state.language)
        languages |= all_languages() if change.url_changed else own
    return keys | in_languages(ALL_PAGES, languages)
