"""Two sections in German and English, of which every account has rights on the first."""

from dataclasses import dataclass

from django.contrib.auth.models import Group
from wagtail.models import Page, PageViewRestriction
from wagtail_localize.models import Translation
from wagtail_localize.operations import translate_object

from calendar_pages.models import Venue
from roles.grants import ACCESS, grant_pages, grant_permissions, permissions_on
from roles.table import ROLES
from tests.accounts import make_account
from tests.factories import ImageFactory, StandardPageFactory, UserFactory, VenueFactory


@dataclass
class Place:
    """A German page, one in translation, and what belongs to that."""

    fresh: Page
    german: Page
    english: Page
    translation: Translation

    @property
    def string(self):
        return self.translation.source.stringsegment_set.get(context__path="title")

    @property
    def override(self):
        return self.translation.source.overridablesegment_set.get(context__path="teaser_image")


@dataclass
class World:
    places: dict
    venue: Venue
    accounts: dict


def make_place(parent, english_locale, name):
    """Return a section below ``parent`` with a page that is in translation and one that is not."""
    section = StandardPageFactory(parent=parent, title=f"Bereich {name}", slug=name)
    image = ImageFactory()
    german = StandardPageFactory(parent=section, title=f"Text {name}", teaser_image=image)
    fresh = StandardPageFactory(parent=section, title=f"Neu {name}")
    StandardPageFactory(parent=fresh, title=f"Darunter {name}")
    for page in (section, german):
        translate_object(page, [english_locale])
    translation = Translation.objects.get(source__object_id=german.translation_key)
    return Place(fresh, german, translation.get_target_instance(), translation)


def make_world(home, english_locale):
    """Return places by name: "own", "restricted" and "locked" lie in the same section's rights."""
    translate_object(home, [english_locale])
    area = StandardPageFactory(parent=home, title="Eigenes", slug="eigenes")
    translate_object(area, [english_locale])
    places = {
        name: make_place(area, english_locale, name) for name in ("own", "restricted", "locked")
    }
    places["foreign"] = make_place(home, english_locale, "foreign")
    restricted = places["restricted"].german
    PageViewRestriction.objects.create(page=restricted, restriction_type="login")
    locked = places["locked"].english
    locked.locked, locked.locked_by = True, UserFactory()
    locked.save()
    areas = Page.objects.filter(translation_key=area.translation_key)
    accounts = {role.group: make_member(role, areas, english_locale) for role in ROLES}
    return World(places, VenueFactory(), accounts)


def make_member(role, areas, english_locale):
    """Return an account with the rights of a role, those on pages for ``areas`` only."""
    group = Group.objects.create(name=f"Bereich: {role.group}")
    grant_permissions(group, [ACCESS] if role.admin else [])
    grant_permissions(group, role.others)
    grant_pages(group, areas.exclude(locale=english_locale), role.pages)
    grant_pages(group, areas.filter(locale=english_locale), role.translations)
    group.permissions.add(*permissions_on([Venue], role.snippets))
    return make_account(f"konto-{role.group}", group)
