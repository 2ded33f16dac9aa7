"""Writing through API v3: off unless it is switched on, and then within token, role and rules."""

import json

import pytest
from django.db.models import ForeignObjectRel
from django.db.models.fields.related import RelatedField
from wagtail.api.v3.registry import registry
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page, get_page_models
from wagtail_localize.operations import translate_object

from home.models import StandardPage
from roles.setup import set_up_roles
from roles.table import EDITORS, REVIEWERS
from tests.accounts import editors_of, make_account
from tests.api.test_problems import assert_problem
from tests.factories import EventPageFactory, PartnerPageFactory, StandardPageFactory
from univercity.content.representations.problems import Kind
from univercity.editorial.models import PageTemplate

REFERRING = (ForeignObjectRel, RelatedField, RichTextField, StreamField)


@pytest.fixture
def writing(settings):
    settings.API_WRITES = True


@pytest.fixture
def editor(network):
    set_up_roles()
    return make_account("redaktion", EDITORS)


@pytest.fixture
def page(home, editor):
    page = StandardPageFactory(parent=home, title="Impressum", slug="impressum")
    page.save_revision().publish()
    return StandardPage.objects.get(pk=page.pk)


@pytest.fixture
def call(client, editor, token_of):
    """Return a function that writes as the editor, or with the headers of another token."""
    own = token_of(editor, writes=True)

    def send(method, path, body=None, headers=None):
        return client.generic(
            method.upper(),
            f"/api/v3/{path}",
            json.dumps(body) if body is not None else "",
            content_type="application/json",
            headers=headers or own,
        )

    return send


def writing_operations(document):
    methods = ("post", "put", "patch", "delete")
    return [
        (method, path)
        for path, view in document["paths"].items()
        for method in view
        if method in methods
    ]


# Switched off


def test_document_has_no_operation_that_writes(client, home):
    assert writing_operations(client.get("/api/v3/openapi.json").json()) == []


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("post", "pages/"),
        ("patch", "pages/1/"),
        ("delete", "pages/1/"),
        ("post", "pages/1/actions/publish/"),
        ("post", "pages/1/actions/copy_for_translation/"),
        ("post", "sites/"),
        ("put", "locales/1/"),
        ("post", "images/"),
        ("delete", "documents/1/"),
        ("post", "redirects/"),
    ],
)
def test_every_write_is_refused(call, page, method, path):
    assert_problem(call(method, path, {}), Kind.WRITING_IS_OFF)


# Switched on


def test_editor_creates_changes_publishes_and_deletes_a_page(call, home, writing, editor):
    meta = {"type": "home.StandardPage", "parent_id": home.pk}
    created = call("post", "pages/", {"title": "Neu", "slug": "neu", "meta": meta})
    assert created.status_code == 201, created.content
    pk = created.json()["id"]

    changed = call("patch", f"pages/{pk}/", {"title": "Neuer"})
    published = call("post", f"pages/{pk}/actions/publish/")

    assert (changed.status_code, published.status_code) == (200, 200)
    assert StandardPage.objects.get(pk=pk).title == "Neuer"
    assert call("delete", f"pages/{pk}/").status_code == 204
    assert not Page.objects.filter(pk=pk).exists()


def test_token_that_reads_does_not_write(call, page, writing, editor, token_of):
    answer = call("delete", f"pages/{page.pk}/", headers=token_of(editor, reads_drafts=True))

    assert_problem(answer, Kind.OUTSIDE_SCOPE)
    assert Page.objects.filter(pk=page.pk).exists()


def test_write_without_token_asks_for_one(client, page, writing):
    assert_problem(client.delete(f"/api/v3/pages/{page.pk}/"), Kind.AUTHENTICATION_REQUIRED)


def test_account_without_the_right_to_publish_does_not_publish(call, page, writing, token_of):
    headers = token_of(make_account("pruefung", REVIEWERS), writes=True)

    assert_problem(
        call("post", f"pages/{page.pk}/actions/publish/", headers=headers), Kind.NOT_ALLOWED
    )
    assert_problem(
        call("patch", f"pages/{page.pk}/", {"title": "Anders"}, headers=headers), Kind.NOT_ALLOWED
    )


def test_partner_editor_writes_own_drafts_and_publishes_nothing(
    call, network, writing, token_of, settings
):
    own, other = (PartnerPageFactory(parent=network, short_name=name) for name in ("RUB", "FWU"))
    set_up_roles()
    headers = token_of(make_account("partner", editors_of(own)), writes=True)
    draft, foreign = (EventPageFactory(parent=p, live=False) for p in (own, other))

    changed = call("patch", f"pages/{draft.pk}/", {"title": "Fest"}, headers=headers)
    published = call("post", f"pages/{draft.pk}/actions/publish/", headers=headers)
    beyond = call("patch", f"pages/{foreign.pk}/", {"title": "Fest"}, headers=headers)
    away = call(
        "post", f"pages/{draft.pk}/actions/move/", {"destination_id": other.pk}, headers=headers
    )

    assert changed.status_code == 200, changed.content
    for answer in (published, beyond, away):
        assert_problem(answer, Kind.NOT_ALLOWED)


def fields_written(model):
    schema = registry.get(model._meta.label).patch_schema  # none of pages that nobody makes
    return schema.model_fields if schema else []


def test_api_writes_no_field_that_refers_to_other_objects(client, home):
    """roles/references.py guards the forms of the admin; an API field would need the same."""
    referring = {
        (model._meta.label, name)
        for model in get_page_models()
        for name in fields_written(model)
        if name != "meta" and isinstance(model._meta.get_field(name), REFERRING)
    }

    assert referring == set()


@pytest.mark.parametrize(
    ("method", "action", "body"),
    [
        ("patch", "", {"title": "Anders"}),
        ("post", "actions/publish/", None),
        ("post", "actions/unpublish/", {}),
        ("delete", "", None),
    ],
)
def test_page_that_waits_for_approval_or_is_locked_is_not_written_to(
    call, network, writing, editor, method, action, body
):
    partner = PartnerPageFactory(parent=network)
    set_up_roles()
    event = EventPageFactory(parent=partner, live=False)
    event.save_revision()
    event.get_workflow().start(event, make_account("partner", editors_of(partner)))
    locked = StandardPageFactory(parent=network.get_parent(), locked=True)

    for page in (event, locked):
        answer = call(method, f"pages/{page.pk}/{action}", body)
        assert_problem(answer, Kind.LOCKED)
        assert Page.objects.filter(pk=page.pk).exists()


def test_template_is_not_published(call, home, writing):
    page = StandardPageFactory(parent=home, live=False)
    page.save_revision()
    PageTemplate.objects.create(name="Reihe", description="Leer", page=page)

    publishing = {"title": "Neu", "meta": {"action": "publish"}}
    for method, address, body in (
        ("post", f"pages/{page.pk}/actions/publish/", None),
        ("patch", f"pages/{page.pk}/", publishing),
    ):
        assert_problem(call(method, address, body), Kind.NOT_PUBLISHABLE)

    assert not Page.objects.get(pk=page.pk).live


@pytest.mark.parametrize("action", ["", "actions/publish/"])
def test_alias_is_not_revised(call, page, home, writing, action):
    alias = page.create_alias(parent=home, update_slug="spiegel")
    body = None if action else {"title": "Anders"}

    answer = call("post" if action else "patch", f"pages/{alias.pk}/{action}", body)

    assert_problem(answer, Kind.CONFLICT)
    assert Page.objects.get(pk=alias.pk).title == "Impressum"


def test_translation_is_not_written_over(call, page, home, writing, translate, english):
    translate(home, slug="home")
    translate_object(page, [english])
    version = page.get_translation(english)

    assert_problem(call("patch", f"pages/{version.pk}/", {"title": "Anders"}), Kind.CONFLICT)


# Scope

INSIDE = {"locales": ["de"], "page_types": ["home.StandardPage"], "writes": True}


@pytest.mark.parametrize(
    "scope",
    [
        {"locales": ["en"]},
        {"page_types": ["calendar_pages.EventPage"]},
        {"subtree": "00000000-0000-4000-8000-000000000000"},
    ],
    ids=["language", "page type", "section"],
)
def test_write_outside_the_scope_is_refused(call, page, writing, editor, token_of, scope):
    headers = token_of(editor, writes=True, **scope)
    meta = {"type": "home.StandardPage", "parent_id": page.get_parent().pk}
    calls = [
        ("patch", f"pages/{page.pk}/", {"title": "Anders"}),
        ("delete", f"pages/{page.pk}/", None),
        ("post", f"pages/{page.pk}/actions/unpublish/", {}),
        ("post", f"pages/{page.pk}/actions/copy/", {"slug": "kopie"}),
        ("post", "pages/", {"title": "Neu", "slug": "neu", "meta": meta}),
        ("post", "redirects/", {"old_path": "/alt", "redirect_link": "/neu"}),
    ]

    for method, path, body in calls:
        assert_problem(call(method, path, body, headers=headers), Kind.OUTSIDE_SCOPE)


def test_write_inside_the_scope_is_done(call, page, writing, editor, token_of):
    headers = token_of(editor, **INSIDE, subtree=page.translation_key)

    answer = call("patch", f"pages/{page.pk}/", {"title": "Anders"}, headers=headers)

    assert answer.status_code == 200, answer.content


def test_page_with_others_below_it_is_not_deleted_by_a_token_for_its_type(
    call, page, writing, editor, token_of
):
    EventPageFactory(parent=page)

    answer = call("delete", f"pages/{page.pk}/", headers=token_of(editor, **INSIDE))

    assert_problem(answer, Kind.OUTSIDE_SCOPE)


@pytest.mark.parametrize(
    ("action", "body"),
    [
        ("move", {}),
        ("unpublish", {"recursive": True}),
        ("copy", {"slug": "kopie", "recursive": True}),
    ],
)
def test_act_on_a_page_with_others_below_it_asks_for_the_scope_of_all(
    call, page, writing, editor, token_of, action, body
):
    EventPageFactory(parent=page)
    place = StandardPageFactory(parent=page.get_parent())
    body = {**body, "destination_id": place.pk} if action in ("move", "copy") else body

    address = f"pages/{page.pk}/actions/{action}/"
    answer = call("post", address, body, headers=token_of(editor, **INSIDE))

    assert_problem(answer, Kind.OUTSIDE_SCOPE)


def test_destination_outside_the_scope_is_refused(call, page, network, writing, editor, token_of):
    headers = token_of(editor, writes=True, subtree=page.translation_key)

    answer = call(
        "post", f"pages/{page.pk}/actions/move/", {"destination_id": network.pk}, headers=headers
    )

    assert_problem(answer, Kind.OUTSIDE_SCOPE)


def test_root_of_all_sites_is_no_place(call, page, writing, token_of):
    headers = token_of(make_account("admin", is_superuser=True), writes=True)
    root = Page.get_first_root_node()
    meta = {"type": "home.StandardPage", "parent_id": root.pk}

    for path, body in (
        ("pages/", {"title": "Neu", "slug": "neu", "meta": meta}),
        (f"pages/{page.pk}/actions/move/", {"destination_id": root.pk}),
        (f"pages/{page.pk}/actions/copy/", {"slug": "kopie", "destination_id": root.pk}),
    ):
        assert_problem(call("post", path, body, headers=headers), Kind.NOT_ALLOWED)


def test_write_that_fails_half_way_leaves_nothing(call, home, writing, editor):
    taken = StandardPageFactory(parent=home, slug="belegt")
    meta = {"type": "home.StandardPage", "parent_id": home.pk}
    before = Page.objects.count()

    answer = call("post", "pages/", {"title": "Neu", "slug": taken.slug, "meta": meta})

    assert_problem(answer, Kind.INVALID_BODY)
    assert Page.objects.count() == before
