"""The review of a translation in the editor: handed in, returned, approved, published."""

import pytest
from django.contrib.auth.models import Group
from wagtail.models import Page, PageLogEntry, WorkflowPage

from home.models import StandardPage
from roles.setup import TRANSLATION_WORKFLOW, set_up_roles
from roles.table import PROOFREADERS, TRANSLATION_LEADS, TRANSLATORS
from tests.accounts import make_account
from tests.factories import PartnerIndexPageFactory, StandardPageFactory
from tests.translation_desk.desk import messages, soup, text_body
from univercity.translation.units import UnitState


@pytest.fixture
def page(home, translate):
    translate(home, slug="home")
    set_up_roles()
    return StandardPageFactory(
        parent=home, title="Hinweise", slug="hinweise", body=text_body("Eins.", "Zwei.")
    )


@pytest.fixture
def translator(page):
    return make_account("uebersetzung", TRANSLATORS)


@pytest.fixture
def proofreader(page):
    return make_account("lektorat", PROOFREADERS)


@pytest.fixture
def press(client, work, commit):
    """Return a function that presses a button of the editor as somebody."""

    def press_button(user, action, comment="", **texts):
        client.force_login(user)
        form = {**work.form(**texts), "action": action, "comment": comment}
        return commit(client.post, work.address, form, follow=True)

    return press_button


def buttons(client, user, work):
    client.force_login(user)
    found = soup(client.get(work.address)).select("button[name=action]")
    return [button["value"] for button in found]


def shown(work):
    return StandardPage.objects.get(pk=work.target.pk)


def mails(mailoutbox):
    found = sorted((mail.to[0].split("@")[0], mail.subject) for mail in mailoutbox)
    mailoutbox.clear()
    return found


def test_each_role_finds_its_buttons(client, work, translator, proofreader):
    work.write()

    assert buttons(client, translator, work) == ["save", "hand-in"]
    assert buttons(client, proofreader, work) == ["save", "hand-in", "publish"]


def test_translator_hands_in_what_is_typed_with_a_comment(
    client, work, translator, proofreader, press, mailoutbox
):
    work.write("Hinweise", "hinweise", "Eins.")

    response = press(translator, "hand-in", "Stimmt „Zwei“?", **{"Zwei.": "Two."})

    assert messages(response)[-1] == "Zur Prüfung gegeben."
    draft = work.target.get_latest_revision_as_object()
    assert draft.body[0].value.source == "<p>English Eins.</p><p>Two.</p>"
    assert not shown(work).live
    assert "Stimmt „Zwei“?" in mailoutbox[0].body
    assert mails(mailoutbox) == [("lektorat", "Bitte freigeben: „English Hinweise“")]


def test_what_is_in_review_is_changed_by_reviewers_only(
    client, work, translator, proofreader, press
):
    work.write()
    press(translator, "hand-in")

    assert buttons(client, translator, work) == ["withdraw"]
    assert work.save(client, "Zwei.", "Two.").status_code == 403
    assert buttons(client, proofreader, work) == ["save", "return", "approve"]


def test_translation_with_open_texts_is_not_handed_in(client, work, translator, press):
    work.write("Hinweise", "hinweise", "Eins.")

    response = press(translator, "hand-in")

    assert "1 Segment ist noch nicht übersetzt" in messages(response)[0]
    link = soup(response).select_one(".messages a")
    assert link["href"] == f"{work.address}?show=all#unit-{work.unit('Zwei.').key}"
    assert work.target.current_workflow_state is None


def test_reviewer_returns_it_with_a_comment_and_approves_it_then(
    client, work, translator, proofreader, press, mailoutbox
):
    work.write()
    press(translator, "hand-in")
    mails(mailoutbox)

    assert "Sagen Sie, was sich ändern muss." in messages(press(proofreader, "return"))[0]
    press(proofreader, "return", "Bitte „Two“ statt „Zwei“.")
    [(recipient, _subject)] = mails(mailoutbox)
    assert recipient == "uebersetzung"
    client.force_login(translator)
    assert "Bitte „Two“ statt „Zwei“." in client.get(work.address).content.decode()
    press(translator, "hand-in", "Erledigt.", **{"Zwei.": "Two."})
    response = press(proofreader, "approve")

    assert messages(response) == ["Freigegeben."]
    assert shown(work).live
    assert shown(work).body[0].value.source == "<p>English Eins.</p><p>Two.</p>"
    comments = [step.get_text() for step in soup(response).select(".desk__steps blockquote")]
    assert comments == ["Erledigt.", "Bitte „Two“ statt „Zwei“."]


def test_history_tells_of_the_whole_review(work, translator, proofreader, press):
    work.write()
    press(translator, "hand-in", "Fertig.")
    press(proofreader, "approve")

    entries = PageLogEntry.objects.filter(page=work.target.pk).order_by("timestamp", "pk")
    told = [entry.action for entry in entries if entry.user]
    assert told[-4:] == [
        "univercity.translation_handed_in",
        "wagtail.workflow.start",
        "wagtail.workflow.approve",
        "wagtail.publish",
    ]


def test_reviewer_corrects_a_text_and_approves_it(work, translator, proofreader, press):
    work.write()
    press(translator, "hand-in")

    press(proofreader, "approve", **{"Zwei.": "Two, corrected."})

    assert shown(work).body[0].value.source == "<p>English Eins.</p><p>Two, corrected.</p>"


def test_approval_covers_the_texts_that_a_tool_wrote(work, translator, proofreader, press):
    work.write()
    work.write("Zwei.", tool="DeepL", text="Two.")
    press(translator, "hand-in")

    press(proofreader, "approve")

    assert shown(work).live
    assert work.unit("Zwei.").state == UnitState.DONE
    assert work.unit("Zwei.").tool == "DeepL"


def test_nobody_approves_what_they_have_handed_in(client, work, proofreader, press):
    work.write()
    press(proofreader, "hand-in")

    assert buttons(client, proofreader, work) == ["save", "withdraw"]
    press(proofreader, "approve")
    assert not shown(work).live


def test_translator_takes_it_back(client, work, translator, press):
    work.write()
    press(translator, "hand-in")

    response = press(translator, "withdraw")

    assert messages(response) == ["Aus der Prüfung zurückgeholt."]
    assert buttons(client, translator, work) == ["save", "hand-in"]


def test_reviewer_approves_all_texts_of_tools_without_a_workflow(work, proofreader, press):
    work.write(tool="DeepL")

    assert messages(press(proofreader, "approve-texts")) == ["4 Texte freigegeben."]
    assert work.unit("Zwei.").state == UnitState.DONE


def test_proofreader_publishes_and_is_told_what_is_missing(work, proofreader, press):
    work.write("Hinweise", "hinweise", "Eins.")

    assert "1 Segment ist noch nicht übersetzt" in messages(press(proofreader, "publish"))[0]
    press(proofreader, "publish", **{"Zwei.": "Two."})

    assert shown(work).live


def test_publishing_what_is_not_finished_asks_for_a_reason(client, work, press):
    lead = make_account("leitung", TRANSLATION_LEADS)

    response = press(lead, "publish")

    address = f"/admin/translation/{work.translation.pk}/publish-incomplete/"
    assert response.redirect_chain[0][0] == address


def test_translator_cannot_publish_by_any_button(work, translator, press):
    work.write()

    press(translator, "publish")
    press(translator, "approve")

    assert not shown(work).live


@pytest.mark.parametrize("action", ["publish", "approve", "return", "hand-in", "approve-texts"])
def test_nothing_is_done_with_a_translation_that_somebody_has_locked(
    work, translator, proofreader, press, action
):
    work.write(tool="DeepL")
    if action in ("approve", "return"):
        press(translator, "hand-in")
    Page.objects.filter(pk=work.target.pk).update(locked=True, locked_by=translator)
    before = work.target.get_latest_revision()

    press(proofreader, action)

    page = shown(work)
    assert (page.live, page.get_latest_revision()) == (False, before)
    assert work.unit("Zwei.").state == UnitState.UNREVIEWED
    waits = page.current_workflow_state and page.current_workflow_state.status
    assert waits == ("in_progress" if action in ("approve", "return") else None)


def test_field_that_the_site_refuses_is_named_at_its_text(work, proofreader, press):
    work.write()
    work.write("hinweise", text="home/no")

    press(proofreader, "publish")

    assert shown(work).live or work.unit("hinweise").state == UnitState.ERROR


def test_page_without_a_workflow_says_how_to_set_one_up(client, work, translator):
    WorkflowPage.objects.all().delete()
    work.write()
    client.force_login(translator)

    content = client.get(work.address).content.decode()

    assert "setup_roles" in content
    assert buttons(client, translator, work) == ["save"]


def test_english_pages_are_reviewed_by_the_proofreaders(home, english, translate):
    translate(home, slug="home")
    index = PartnerIndexPageFactory(parent=home)
    english_index = translate(index, slug="network")
    Group.objects.all().delete()
    set_up_roles()

    assert english_index.get_workflow().name == TRANSLATION_WORKFLOW
    assert index.get_workflow().name == "Partner → Redaktion"
    before = WorkflowPage.objects.count()
    set_up_roles()
    assert WorkflowPage.objects.count() == before
