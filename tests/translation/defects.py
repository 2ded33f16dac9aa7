"""Pages in translation and those who work on them, here and on wagtail-localize alone."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from wagtail.models import Page, WorkflowPage
from wagtail_localize.machine_translators.deepl import DeepLTranslator
from wagtail_localize.models import StringTranslation, Translation
from wagtail_localize.operations import translate_object

from tests.permissions import allow, log_in
from tests.workflows import make_workflow


def permission(name):
    app, codename = name.split(".")
    return Permission.objects.get(content_type__app_label=app, codename=codename)


@pytest.fixture
def submit(english, django_capture_on_commit_callbacks):
    """Return a function that hands a page to translation."""

    def submit_page(page):
        with django_capture_on_commit_callbacks(execute=True):
            translate_object(page, [english])
        return Translation.objects.get(source__object_id=page.translation_key)

    return submit_page


@pytest.fixture
def post(client, django_capture_on_commit_callbacks):
    """Return a function that posts to an address of wagtail-localize, with what follows."""

    def send(name, method="post", arguments=None, **data):
        address = reverse(f"wagtail_localize:{name}", kwargs=arguments or {})
        with django_capture_on_commit_callbacks(execute=True):
            if method == "post":
                return client.post(address, data)
            body = "&".join(f"{key}={value}" for key, value in data.items())
            return client.generic(
                method, address, body, content_type="application/x-www-form-urlencoded"
            )

    return send


@pytest.fixture
def translator(client, home, english, submit):
    """Who may submit and translate, and change English pages; but publish or see nothing else."""
    finish(submit(home), publish=True)
    group = Group.objects.create(name="Translators")
    group.permissions.add(permission("wagtail_localize.submit_translation"))
    group.permissions.add(*Permission.objects.filter(codename="translate"))
    allow(group, home.get_translation(english), "change", "add")
    return log_in(client, group)


def finish(translation, publish=False, kind="manual", **values):
    """Translate each text of a translation, as people or machines do."""
    for segment in translation.source.stringsegment_set.select_related("string", "context"):
        StringTranslation.objects.update_or_create(
            translation_of=segment.string,
            locale=translation.target_locale,
            context=segment.context,
            defaults={
                "data": values.get(segment.context.path, f"English {segment.string.data}"),
                "translation_type": kind,
            },
        )
    translation.save_target(publish=False)
    if publish:
        translation.get_target_instance().get_latest_revision().publish()
    return translation


def english_of(page):
    return Page.objects.filter(
        translation_key=page.translation_key, locale__language_code="en"
    ).first()


@pytest.fixture
def admin(client, admin_user):
    """Be logged in as somebody who may do everything."""
    client.force_login(admin_user)


@pytest.fixture
def editor_of(client, home):
    """Return a function that opens the editor of a translated page that has a workflow."""

    def open_editor(translation):
        page = translation.get_target_instance()
        workflow = make_workflow("Review")
        WorkflowPage.objects.create(workflow=workflow, page=page)
        response = client.get(f"/admin/pages/{page.pk}/edit/")
        assert response.status_code == 200
        return BeautifulSoup(response.content, "html.parser")

    return open_editor


class DeepLHere(DeepLTranslator):
    """DeepL as wagtail-localize asks for it, at the server of the test."""

    address = ""

    def get_api_endpoint(self):
        return self.address
