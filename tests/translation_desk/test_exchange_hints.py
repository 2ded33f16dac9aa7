"""Who brings a file in sees what to look at again; nothing is refused for it."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from wagtail_localize.operations import translate_object

from tests.translation_desk.exchange import content_of, make_translation, target_of, translated
from univercity.translation_desk.glossary.models import Term

GERMAN = "Das Leitbild hat 3 Teile."


@pytest.fixture
def translation(home, english):
    translate_object(home, [english])
    translation = make_translation(home, english, f"<p>{GERMAN}</p>")
    translation.save_target(publish=False)
    return translation


def upload(client, translation, text):
    content = translated(content_of(translation), GERMAN, text).encode()
    file = SimpleUploadedFile("datei.xlf", content)
    return client.post("/admin/translation-files/", {"file": file}, follow=True)


def test_hints_stand_beside_a_text_that_is_taken_all_the_same(
    admin_client, translation, german, english
):
    Term.objects.create(
        source_locale=german,
        target_locale=english,
        source="Leitbild",
        target="mission",
        forbidden="model",
    )

    response = upload(admin_client, translation, "The model has 4 parts.")

    shown = response.content.decode()
    for hint in ("Fehlt: 3", "Nicht im Ausgangstext: 4", "„mission“, nicht „model“"):
        assert hint in shown
    admin_client.post(response.redirect_chain[-1][0], {"confirm": "1"})
    assert target_of(translation, GERMAN) == "The model has 4 parts."


def test_text_without_fault_has_no_hints(admin_client, translation):
    response = upload(admin_client, translation, "The mission has three parts.")

    assert "Noch einmal ansehen:" not in response.content.decode()
