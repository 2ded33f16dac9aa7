"""Who may do what with translations: each view of wagtail-localize, each role, four places."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client
from django.urls import resolve, reverse
from wagtail.models import Locale, Page, Revision
from wagtail_localize.models import (
    SegmentOverride,
    StringTranslation,
    Translation,
    TranslationLog,
    TranslationSource,
)
from wagtail_localize.wagtail_hooks import register_admin_urls

from roles.table import ROLES
from tests.factories import find_home
from tests.translation_desk.world import make_world
from univercity.translation_desk.guards.table import GUARDS
from univercity.translation_desk.guards.views import register_guarded_views

NEXT = {"next": "/admin/pages/"}
LETTERS = dict(zip("AERTLMc", [role.group for role in ROLES], strict=True)) | {"n": None}


def post(name, *arguments, **data):
    def act(client, world, place):
        args = [argument(world, place) for argument in arguments]
        return client.post(reverse(f"wagtail_localize:{name}", args=args), {**NEXT, **data})

    return act


def get(name, *arguments):
    def act(client, world, place):
        args = [argument(world, place) for argument in arguments]
        return client.get(reverse(f"wagtail_localize:{name}", args=args))

    return act


def put(name, segment, value):
    def act(client, world, place):
        args = [place.translation.pk, getattr(place, segment).pk]
        body = f"value={value}"
        address = reverse(f"wagtail_localize:{name}", args=args)
        return client.put(address, body, content_type="application/x-www-form-urlencoded")

    return act


def edit(**data):
    def act(client, world, place):
        before = TranslationLog.objects.count()
        client.post(reverse("wagtailadmin_pages:edit", args=[place.english.pk]), data)
        return TranslationLog.objects.count() > before

    return act


def restart(client, world, place):
    Translation.objects.filter(pk=place.translation.pk).update(enabled=False)
    address = reverse("wagtailadmin_pages:edit", args=[place.english.pk])
    client.post(address, {"localize-restart-translation": "on"})
    done = Translation.objects.get(pk=place.translation.pk).enabled
    Translation.objects.filter(pk=place.translation.pk).update(enabled=True)
    return done


def submit(page, **data):
    def act(client, world, place):
        locales = [place.english.locale_id]
        return post("submit_page_translation", page, locales=locales, **data)(client, world, place)

    return act


def upload(client, world, place):
    file = SimpleUploadedFile("text.po", str(place.translation.export_po()).encode())
    return post("upload_pofile", translation_id, file=file)(client, world, place)


def submit_snippet(client, world, place):
    args = ["calendar_pages", "venue", world.venue.pk]
    address = reverse("wagtail_localize:submit_snippet_translation", args=args)
    return client.post(address, {**NEXT, "locales": [place.english.locale_id]})


def fresh(world, place):
    return place.fresh.pk


def english_page(world, place):
    return place.english.pk


def translation_id(world, place):
    return place.translation.pk


def source_id(world, place):
    return place.translation.source_id


#: Action: what is done, who may do it, who may do it although the English page is locked.
TABLE = {
    "submit": (submit(fresh), "AEM", "AEM"),
    "submit subtree": (submit(fresh, include_subtree="on"), "AEM", "AEM"),
    "open the form": (get("submit_page_translation", fresh), "AEM", "AEM"),
    "update": (post("update_translations", source_id), "AEM", "AEM"),
    "update and publish": (
        post("update_translations", source_id, publish_translations="on"),
        "AM",
        "",
    ),
    "update by machine": (
        post("update_translations", source_id, use_machine_translation="on"),
        "AM",
        "",
    ),
    "edit a string": (put("edit_string_translation", "string", "Text"), "ATLM", ""),
    "override": (put("edit_override", "override", "1"), "ATLM", ""),
    "download": (get("download_pofile", translation_id), "AETLM", "AETLM"),
    "upload": (upload, "ATLM", ""),
    "translate by machine": (post("machine_translate", translation_id), "ATLM", ""),
    "preview": (get("preview_translation", translation_id), "AETLM", "AETLM"),
    "stop": (post("stop_translation", translation_id), "AM", ""),
    "restart": (restart, "AM", ""),
    "convert": (post("convert_to_alias", english_page), "AM", ""),
    "publish": (edit(action="publish"), "ALM", ""),
}
#: What has no place in the tree.
ANYWHERE = {
    "submit snippet": (submit_snippet, "AEM"),
    "snippets": (
        lambda client, world, place: client.get(
            "/admin/localize/api/snippets/calendar_pages/venue/"
        ),
        "AETLM",
    ),
    "report": (get("translations_report"), ""),
    "report without frame": (get("translations_report_results"), ""),
}


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    """The world, made once and forgotten afterwards."""
    with django_db_blocker.unblock(), transaction.atomic():
        world = make_world(find_home(), Locale.objects.get_or_create(language_code="en")[0])
        for place in world.places.values():
            complete(place.translation)
            place.english.get_ancestors().filter(depth__gt=1).update(live=True)
        yield world
        transaction.set_rollback(True)


def complete(translation):
    for segment in translation.source.stringsegment_set.all():
        StringTranslation.objects.create(
            translation_of=segment.string,
            locale=translation.target_locale,
            context=segment.context,
            data=f"English {segment.string.data}",
        )


@pytest.fixture(autouse=True)
def machine(settings):
    settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = {
        "CLASS": "wagtail_localize.machine_translators.dummy.DummyTranslator"
    }


def content():
    """Return all rows that a view of wagtail-localize might change."""
    models = [
        Page,
        Revision,
        Translation,
        TranslationSource,
        StringTranslation,
        SegmentOverride,
        TranslationLog,
    ]
    return [list(model.objects.order_by("pk").values()) for model in models]


def log_in(world, letter):
    client = Client(raise_request_exception=False)
    if LETTERS[letter]:
        client.force_login(world.accounts[LETTERS[letter]])
    return client


def succeeds(answer):
    """Return whether an action was done: its own answer, or that no page refuses it."""
    if isinstance(answer, bool):
        return answer
    assert answer.status_code != 500
    location = answer.headers.get("location", "")
    refused = location == "/admin/" or location.startswith("/admin/login")
    return answer.status_code < 400 and not refused


def allowed(world, letter, act, place):
    """Do it and take it back; return whether it was done. What is refused changes nothing."""
    client = log_in(world, letter)
    with transaction.atomic():
        before = content()
        done = succeeds(act(client, world, place))
        if not done:
            assert content() == before
        transaction.set_rollback(True)
    return done


@pytest.mark.parametrize("name", ["own", "restricted", "locked", "foreign"])
@pytest.mark.parametrize("letter", LETTERS)
def test_role_does_with_translations_what_the_table_says(world, db, letter, name):
    done = {
        action
        for action, (act, _letters, _locked) in TABLE.items()
        if allowed(world, letter, act, world.places[name])
    }

    column = {"own": 1, "restricted": 1, "locked": 2}.get(name)
    assert done == {action for action, row in TABLE.items() if column and letter in row[column]}


@pytest.mark.parametrize("letter", LETTERS)
def test_role_does_with_snippets_and_reports_what_the_table_says(world, db, letter):
    place = world.places["own"]

    done = {action for action, (act, _) in ANYWHERE.items() if allowed(world, letter, act, place)}

    assert done == {action for action, (_act, letters) in ANYWHERE.items() if letter in letters}


# The table and wagtail-localize


def localize_patterns():
    [localize] = register_admin_urls()
    return localize.url_patterns


def test_table_knows_every_view_of_wagtail_localize_and_no_other():
    """After an update: say in guards/table.py what a new view asks for; take out what is gone."""
    assert {pattern.name for pattern in localize_patterns()} == set(GUARDS)


@pytest.mark.parametrize("pattern", localize_patterns(), ids=lambda pattern: str(pattern.pattern))
def test_address_of_wagtail_localize_leads_to_the_guarded_view(pattern):
    values = {"int": "1", "slug": "venue", "str": "1"}
    parts = str(pattern.pattern).split("/")
    path = "/".join(values[part[1:].split(":")[0]] if "<" in part else part for part in parts)

    match = resolve(f"/admin/localize/{path}")

    assert match.view_name == f"guarded_localize:{pattern.name}"


def test_view_that_the_table_does_not_know_is_closed(monkeypatch, admin_client):
    request = admin_client.get("/admin/account/").wsgi_request
    monkeypatch.delitem(GUARDS, "javascript_catalog")

    [resolver] = register_guarded_views()

    assert resolver.resolve("localize/jsi18n/").func(request).url == "/admin/"
