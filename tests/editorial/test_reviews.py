"""The yearly review of pages, and the lists of missing alt texts."""

import datetime

from django.utils import timezone
from wagtail.models import Collection, PageLogEntry

from home.models import StandardPage
from tests.editorial.worklists import YEAR, panel, publish, published_long_ago, report
from tests.factories import EventPageFactory, ImageFactory, StandardPageFactory

# Review


def test_page_is_due_a_year_after_its_publication(client, editor, home):
    published_long_ago(StandardPageFactory(parent=home, title="Alt"))
    published_long_ago(
        StandardPageFactory(parent=home, title="Neuer"), datetime.timedelta(days=300)
    )

    assert [row[0] for row in report(client, "review")] == ["Alt"]
    assert "Alt" in panel(client, "review")


def test_events_are_never_due(client, editor, calendar):
    event = EventPageFactory(parent=calendar)
    publish(event)
    type(event).objects.update(last_published_at=timezone.now() - YEAR)

    assert report(client, "review") == []


def test_editor_confirms_a_page_without_changing_it(client, editor, home):
    page = published_long_ago(StandardPageFactory(parent=home, title="Alt"))
    address = f"/admin/pages/{page.pk}/review/"

    assert address in client.get(f"/admin/pages/{page.pk}/edit/").content.decode()
    assert "Alt" in client.get(address).content.decode()
    assert report(client, "review") != []
    answer = client.post(address, follow=True)

    assert "„Alt“ ist als geprüft vermerkt." in answer.content.decode()
    assert report(client, "review") == []
    history = client.get(f"/admin/pages/{page.pk}/history/").content.decode()
    assert "Geprüft" in history
    assert StandardPage.objects.get(pk=page.pk).latest_revision_id == page.latest_revision_id


def test_confirmation_is_good_for_a_year(client, editor, home):
    page = published_long_ago(StandardPageFactory(parent=home, title="Alt"))
    client.post(f"/admin/pages/{page.pk}/review/")

    PageLogEntry.objects.filter(action="univercity.review").update(timestamp=timezone.now() - YEAR)

    [[title, note]] = report(client, "review")
    assert title == "Alt"
    assert note.startswith("geprüft: ")


def test_nobody_confirms_a_page_of_others(client, partner, home):
    foreign = published_long_ago(StandardPageFactory(parent=home))

    for send in (client.get, client.post):
        assert send(f"/admin/pages/{foreign.pk}/review/").status_code == 302
    assert not PageLogEntry.objects.filter(action="univercity.review").exists()


def test_confirmation_leads_back_only_to_this_site(client, editor, home):
    page = published_long_ago(StandardPageFactory(parent=home))

    answer = client.post(f"/admin/pages/{page.pk}/review/", {"next": "https://evil.example/"})

    assert answer.url == f"/admin/pages/{page.pk}/edit/"


# Alt texts


def test_dashboard_shows_images_without_alt_text_and_their_use(client, image_editor, home):
    root = Collection.get_first_root_node()
    silent = ImageFactory(title="Stumm", description="", collection=root)
    ImageFactory(title="Muster", description="", always_decorative=True, collection=root)
    ImageFactory(title="Beschrieben", collection=root)
    StandardPageFactory(parent=home, teaser_image=silent)

    assert report(client, "images-without-alt-text") == [["Stumm", "1-mal verwendet"]]
    assert "Stumm" in panel(client, "alt-texts")


def test_images_of_others_are_not_shown(client, editor):
    ImageFactory(title="Stumm", description="")

    assert "Stumm" not in panel(client, "alt-texts")
    assert client.get("/admin/reports/images-without-alt-text/").status_code == 302


def test_dashboard_shows_pages_whose_images_lack_an_alt_text(client, editor, home):
    pattern = ImageFactory(description="", always_decorative=True)
    lacking = StandardPageFactory(parent=home, title="Ohne", teaser_image=ImageFactory())
    StandardPage.objects.filter(pk=lacking.pk).update(teaser_image_alt="")
    StandardPageFactory(parent=home, title="Mit", teaser_image=ImageFactory())
    StandardPageFactory(parent=home, title="Muster", teaser_image=pattern)

    assert [row[0] for row in report(client, "pages-without-alt-text")] == ["Ohne"]
