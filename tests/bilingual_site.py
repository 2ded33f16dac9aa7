"""A small site in two languages with something of everything, for tests that change it."""

import json

from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale, Site
from wagtail_localize.models import Translation, TranslationSource

from calendar_pages.models import EventPage, EventTopic
from tests.factories import (
    CalendarPageFactory,
    DocumentFactory,
    EventDateFactory,
    EventPageFactory,
    ImageFactory,
    PartnerIndexPageFactory,
    PartnerPageFactory,
    PersonFactory,
    SharedContentFactory,
    StandardPageFactory,
    TopicFactory,
    VenueFactory,
    find_home,
)
from tests.publications import body, link_to, make_english
from tests.sample_content import figure, listed, raw
from univercity.content.site_settings import SiteSettings

NO_LINK = {"label": "", "page": None, "url": "", "document": None, "email": "", "phone": ""}


def build():
    english, home = make_english(), find_home()
    network = PartnerIndexPageFactory(parent=home)
    calendar = CalendarPageFactory(parent=home)
    partner = PartnerPageFactory(parent=network, slug="hochschule", logo=ImageFactory(title="Logo"))
    event = EventPageFactory(
        parent=calendar,
        slug="vortrag",
        organiser=partner,
        venue=VenueFactory(),
        teaser_image=ImageFactory(title="Teaser"),
    )
    EventDateFactory(page=event)
    EventTopic.objects.create(page=event, topic=TopicFactory(), locale=event.locale)
    shared = SharedContentFactory(name="Anfahrt")
    parts = [
        ("figure", figure("Hörsaal", "")),
        ("person", {"heading": "Kontakt", "persons": listed(PersonFactory(name="Ada").pk)}),
        ("shared_content", {"content": shared.pk}),
    ]
    about = StandardPageFactory(
        parent=home, slug="ueber", title="Über uns", body=json.dumps(raw(parts))
    )
    below = StandardPageFactory(parent=about, slug="team", title="Team")
    StandardPageFactory(parent=home, slug="verweis", title="Verweis", body=link_to(about))
    document = DocumentFactory(title="Satzung")
    text = f'<p><a linktype="document" id="{document.pk}">Satzung</a></p>'
    StandardPageFactory(parent=home, slug="impressum", title="Impressum", body=body(("text", text)))
    Redirect.objects.create(old_path="/de/alt", redirect_page=below)
    menu = body(("link", {**NO_LINK, "page": about.pk}))
    SiteSettings.objects.create(
        site=Site.objects.get(), locale=home.locale, organisation="Netz", navigation=menu
    )
    for page in (home, network, calendar, partner, event, about):
        translation = page.copy_for_translation(english)
        translation.title = f"[{page.title}]"
        translation.save_revision().publish()
    PartnerPageFactory(parent=network, slug="nur-deutsch", title="Akademie")
    hand_over(EventPage.objects.get(pk=event.pk))
    below.copy_for_translation(english, copy_parents=True)  # stays a draft


def hand_over(instance):
    """Hand a page over to translation; no text of it is translated yet."""
    source, _created = TranslationSource.update_or_create_from_instance(instance)
    english = Locale.objects.get(language_code="en")
    Translation.objects.get_or_create(source=source, target_locale=english)
