"""Bad input in blocks gets a message at its field, in the editor's language, and is kept."""

import datetime

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.utils import translation
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from home.models import StandardPage
from tests.factories import EventDateFactory, EventPageFactory, StandardPageFactory
from tests.forms import add_address, page_form
from tests.permissions import allow, log_in
from tests.sample_content import NO_LINK, stored
from univercity.content.blocks import StoryBlock
from univercity.content.blocks.links import LinkBlock
from univercity.content.blocks.tables import TableBlock

LANGUAGES = pytest.mark.parametrize("language", ["de", "en"])
LINK = {
    **dict.fromkeys(["label", "page", "day", "url", "document", "email", "phone"], ""),
    "language": "",
}


@pytest.fixture
def publish(client, home):
    """A function that publishes a new page with a body, in a language of the admin.

    Returns the errors of the first block, and the page that is shown.
    """
    group = Group.objects.create(name="Redaktion")
    allow(group, home, "add", "change", "publish")
    user = log_in(client, group)

    def send(block_type, value, language):
        user.wagtail_userprofile.preferred_language = language
        user.wagtail_userprofile.save()
        form = page_form(
            "Seite", introduction="Bleibt da.", body=streamfield([(block_type, value)])
        )
        address = add_address(StandardPage, home)
        response = client.post(address, {**nested_form_data(form), "action-publish": "1"})
        translation.activate(language)  # in which the lazy messages of the form are read below
        [error] = response.context["form"].errors["body"].as_data()
        return error.block_errors[0], response.content.decode()

    with translation.override(translation.get_language()):
        yield send


def listed(*values):
    """Return what the form of a ListBlock sends."""
    items = {f"{at}-value": value for at, value in enumerate(values)}
    rest = {f"{at}-{name}": "" for at in range(len(values)) for name in ("deleted", "id")}
    orders = {f"{at}-order": str(at) for at in range(len(values))}
    return {"count": str(len(values)), **items, **rest, **orders}


def start_of(error, *path):
    """Return the first message at a field of a block."""
    for name in path:
        error = error.block_errors[name]
    messages = getattr(error, "non_block_errors", None) or error.messages
    return str(messages[0])


@LANGUAGES
def test_heading_of_500_characters_is_refused_at_its_text(publish, language):
    error, shown = publish("heading", {"text": "x" * 500, "level": "2"}, language)

    limit = {"de": "höchstens 120 Zeichen", "en": "at most 120 characters"}[language]
    assert limit in start_of(error, "text")
    assert "x" * 500 in shown
    assert "Bleibt da." in shown


@LANGUAGES
@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,<b>x</b>", "ftp://x.y"])
def test_link_with_another_scheme_is_refused_at_its_address(publish, language, address):
    link = {**LINK, "label": "Klicken", "url": address}

    error, shown = publish(
        "call_to_action", {"heading": "Los!", "text": "", "link": link}, language
    )

    expected = {"de": "Geben Sie die ganze Adresse", "en": "Enter the whole address"}[language]
    assert start_of(error, "link", "url").startswith(expected)
    assert "Klicken" in shown


@LANGUAGES
def test_link_with_two_targets_is_refused_at_both(publish, language):
    link = {**LINK, "label": "Los", "email": "a@b.example", "phone": "+49 234 123456"}

    error, shown = publish(
        "call_to_action", {"heading": "Los!", "text": "", "link": link}, language
    )

    expected = {"de": "Ein Link hat ein Ziel", "en": "A link has one target"}[language]
    assert [start_of(error, "link", name)[: len(expected)] for name in ("email", "phone")] == [
        expected,
        expected,
    ]
    assert "a@b.example" in shown


@LANGUAGES
def test_empty_section_is_refused_at_its_content(publish, language):
    section = {"content": streamfield([]), "background": "dark", "width": "page"}

    error, shown = publish("section", section, language)

    expected = {"de": "Der Abschnitt ist leer", "en": "The section is empty"}[language]
    assert start_of(error, "content").startswith(expected)
    assert "Bleibt da." in shown


@LANGUAGES
def test_button_group_without_buttons_is_refused_at_its_buttons(publish, language):
    error, shown = publish("button_group", {"buttons": listed()}, language)

    expected = {"de": "Die minimale Anzahl", "en": "The minimum number of items is 1"}[language]
    assert start_of(error, "buttons").startswith(expected)
    assert "Bleibt da." in shown


@LANGUAGES
def test_two_headings_with_the_same_words_are_refused_however_deep(publish, language):
    heading = ("heading", {"text": "Programm", "level": "2"})
    section = {"content": streamfield([heading, heading]), "background": "dark", "width": "page"}

    error, _shown = publish("section", section, language)

    expected = {"de": "Eine andere Überschrift", "en": "Another heading"}[language]
    assert start_of(error, "content", 1, "text").startswith(expected)


def test_heading_in_a_column_may_not_repeat_one_of_the_page():
    block = StoryBlock()
    heading = ("heading", {"text": "Programm", "level": "2"})
    columns = {"columns": [stored([("text", "<p>x</p>")]), stored([heading])]}
    body = block.to_python(stored([heading, ("columns", columns)]))

    with pytest.raises(ValidationError) as error:
        block.clean(body)

    message = start_of(error.value, 1, "columns", 1, 0, "text")
    assert message.startswith(("Another heading", "Eine andere Überschrift"))


def test_draft_may_be_incomplete():
    block = StoryBlock()
    section = {"content": [], "background": "dark", "width": "page"}
    link = {"heading": "", "text": "", "link": NO_LINK}
    body = [("section", section), ("call_to_action", link), ("table", None)]

    value = block.clean_deferred(block.to_python(stored(body)))

    assert len(value) == 3


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("(0234) 910-0", "+492349100"),
        ("+49 (0)234 / 910 0", "+492349100"),
        ("0049 234 9100", "+492349100"),
        ("+44 20 7946 0018", "+442079460018"),
    ],
)
def test_telephone_number_is_called_internationally(typed, number):
    block = LinkBlock()

    link = block.clean(block.to_python({**NO_LINK, "phone": typed}))

    assert (link.href, link.text) == (f"tel:{number}", typed)


@pytest.mark.parametrize("typed", ["javascript:alert(1)", "nachmittags", "12", "0234 12 x"])
def test_what_is_no_telephone_number_is_refused(typed):
    block = LinkBlock()

    with pytest.raises(ValidationError) as error:
        block.clean(block.to_python({**NO_LINK, "phone": typed}))

    assert list(error.value.block_errors) == ["phone"]


def test_link_to_a_day_leads_to_that_date_of_the_event(client, calendar):
    event = EventPageFactory(parent=calendar)
    day = datetime.date(2030, 9, 4)
    for hour in (10, 18):
        EventDateFactory(
            page=event,
            start_date=day,
            start_time=datetime.time(hour),
            end_time=datetime.time(hour + 1),
        )
    block = LinkBlock()

    link = block.clean(block.to_python({**NO_LINK, "page": event.pk, "day": "2030-09-04"}))

    assert link.href == f"{event.url}#date-2030-09-04"
    assert client.get(event.url).content.decode().count('id="date-2030-09-04"') == 1


def test_link_to_a_day_without_a_date_is_refused_at_the_day(calendar, home):
    event = EventPageFactory(parent=calendar)
    EventDateFactory(page=event, start_date=datetime.date(2030, 9, 4))
    block = LinkBlock()

    for page in (event, StandardPageFactory(parent=home)):
        with pytest.raises(ValidationError) as error:
            block.clean(block.to_python({**NO_LINK, "page": page.pk, "day": "2030-09-05"}))
        assert list(error.value.block_errors) == ["day"]


def test_link_in_a_new_window_says_so_and_gives_nothing_away(rf):
    block = LinkBlock()
    value = {**NO_LINK, "label": "Stadt", "url": "https://www.bochum.de", "new_window": True}

    with translation.override("de"):
        html = block.render(block.to_python({**value, "language": "en"}), {"request": rf.get("/")})

    assert 'target="_blank" rel="noopener"' in html
    assert 'hreflang="en"' in html
    assert "(öffnet ein neues Fenster)" in html


def test_page_never_opens_in_a_new_window(home, rf):
    block = LinkBlock()

    value = block.to_python({**NO_LINK, "page": home.pk, "new_window": True})

    assert "_blank" not in block.render(value, {"request": rf.get("/")})


@pytest.mark.parametrize(
    ("change", "start"),
    [
        ({"caption": ""}, "Say in the caption"),
        ({"rows": []}, "Add at least"),
        ({"columns": [{"type": "text", "heading": ""}]}, "Give each column"),
    ],
)
def test_table_says_what_it_lacks(change, start):
    block = TableBlock()
    table = {
        "caption": "Orte",
        "columns": [{"type": "text", "heading": "Ort"}],
        "rows": [{"values": ["x"]}],
    }

    with translation.override("en"), pytest.raises(ValidationError) as error:
        block.clean(block.to_python({**table, **change}))

    with translation.override("en"):
        [message] = error.value.non_block_errors
        assert message.startswith(start)


def test_rich_text_of_a_draft_survives_in_a_notice(publish):
    notice = {"kind": "info", "heading": "", "text": rich_text("<p>Der Hof ist offen.</p>")}

    error, shown = publish("notice", notice, "de")

    assert list(error.block_errors) == ["heading"]
    assert "Der Hof ist offen." in shown
