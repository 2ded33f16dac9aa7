"""A small site with one account for each role, and two partners: the own and a foreign one."""

from dataclasses import dataclass

from django.core.files.base import ContentFile
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents import get_document_model
from wagtail.models import (
    APIToken,
    Locale,
    Page,
    Site,
    UploadedFile,
)
from wagtail_localize.models import Translation
from wagtail_localize.operations import translate_object

from calendar_pages.models import Audience, EventPage, Format, Topic, Venue
from roles.models import PartnerEditors
from roles.setup import set_up_roles
from roles.table import (
    API_CLIENTS,
    EDITORS,
    PROOFREADERS,
    REVIEWERS,
    TRANSLATION_LEADS,
    TRANSLATORS,
)
from tests.accounts import make_account
from tests.factories import (
    CalendarPageFactory,
    EventDateFactory,
    EventPageFactory,
    HomePageFactory,
    ImageFactory,
    PartnerIndexPageFactory,
    PartnerPageFactory,
    PersonFactory,
    SharedContentFactory,
)
from tests.previews.panel import make_frontend
from univercity.content.site_settings import SiteSettings
from univercity.editorial.models import ExternalLink, PageTemplate
from univercity.previews.models import PreviewToken
from univercity.previews.opening import issue
from univercity.publishing.models import WebhookDelivery, WebhookEvent, WebhookSubscriber
from univercity.translation_desk.bulk_actions.models import Batch
from univercity.translation_desk.glossary.models import Term

#: Stands in the title of everything that the partner editor must never read.
MARKER = "Geheimplan"
ROLES = ["anonymous", "administrator", "editor", "reviewer", "translator", "partner", "api"]


@dataclass
class Institution:
    """A partner with a public event, a draft, one waiting for approval, and files."""

    partner: Page
    event: Page
    draft: Page
    waiting: Page
    image: object
    document: object
    translation: Translation
    upload: UploadedFile
    editor: object
    editors: PartnerEditors
    token: APIToken
    preview: PreviewToken


@dataclass
class World:
    home: Page
    calendar: Page
    own: Institution
    foreign: Institution
    users: dict
    redirect: Redirect
    template: PageTemplate
    link: ExternalLink
    delivery: WebhookDelivery
    batch: Batch


def make_site():
    """Return the home page, the partner index and the calendar of a site in German and English."""
    english = Locale.objects.get_or_create(language_code="en")[0]
    Page.objects.filter(depth=2).delete()
    home = HomePageFactory(parent=Page.get_first_root_node())
    Site.objects.all().delete()
    Site.objects.create(hostname="localhost", root_page=home, is_default_site=True)
    Site.clear_site_root_paths_cache()
    index, calendar = PartnerIndexPageFactory(parent=home), CalendarPageFactory(parent=home)
    for page in (home, index, calendar):
        translate_object(page, [english])
    return home, index, calendar


def make_institution(index, name, secret):
    """Return a partner with a title for what is public and one for what is not."""
    partner = PartnerPageFactory(parent=index, title=name, short_name=name)
    event = EventPageFactory(parent=partner, title=f"Fest {name}")
    EventDateFactory(page=event)
    event.save_revision().publish()
    draft = EventPageFactory(parent=partner, title=f"{secret} Entwurf", live=False)
    draft.save_revision()
    waiting = EventPageFactory(parent=partner, title=f"{secret} Freigabe", live=False)
    set_up_roles()
    editors = PartnerEditors.objects.get(partner=partner)
    editor = make_account(f"editor-{name.lower()}", editors.group)
    waiting.save_revision(user=editor)
    waiting.get_workflow().start(waiting, editor)
    translate_object(event, [Locale.objects.get(language_code="en")])
    document = get_document_model().objects.create(
        title=f"{secret} Dokument",
        file=ContentFile(b"x", name=f"{name}.txt"),
        collection=editors.collection,
    )
    return Institution(
        partner=partner,
        event=EventPage.objects.get(pk=event.pk),
        draft=draft,
        waiting=waiting,
        image=ImageFactory(title=f"{secret} Bild", collection=editors.collection),
        document=document,
        translation=Translation.objects.get(source__object_id=event.translation_key),
        upload=UploadedFile.objects.create(uploaded_by_user=editor, file=ContentFile(b"x", "u")),
        editor=editor,
        editors=editors,
        token=APIToken.objects.create(user=editor, name=secret, key_hash=name, prefix=name),
        preview=issue(editor, draft, None, follows_form=False).row,
    )


def make_world():
    home, index, calendar = make_site()
    own = make_institution(index, "RUB", "Eigenes")
    foreign = make_institution(index, "Folkwang", MARKER)
    users = {
        "administrator": make_account("admin", is_superuser=True),
        "editor": make_account("redaktion", EDITORS),
        "reviewer": make_account("pruefung", REVIEWERS),
        "translator": make_account("uebersetzung", TRANSLATORS),
        "proofreader": make_account("lektorat", PROOFREADERS),
        "lead": make_account("leitung", TRANSLATION_LEADS),
        "partner": own.editor,
        "api": make_account("client", API_CLIENTS),
    }
    redirect = Redirect.objects.create(old_path="/alt", redirect_page=home)
    for model in (Audience, Format, Topic, Venue):
        model.objects.create(name="Eins")
    SiteSettings.objects.get_or_create(site=Site.objects.get(), locale=home.locale)
    PersonFactory().save_revision()
    SharedContentFactory().save_revision()
    prepared = EventPageFactory(parent=calendar, title="Vorlage Reihe", live=False)
    prepared.save_revision()
    template = PageTemplate.objects.create(name="Reihe", description="Leer", page=prepared)
    make_frontend()
    link = ExternalLink.objects.create(url="https://www.bochum.de/")
    subscriber = WebhookSubscriber.objects.create(name="Website", url="https://www.bochum.de/")
    Term.objects.create(
        source_locale=home.locale,
        target_locale=Locale.objects.get(language_code="en"),
        source="Leitbild",
        target="mission",
    )
    delivery = subscriber.deliveries.create(event=WebhookEvent.objects.create(type="test", data={}))
    batch = Batch.objects.create(action="request", user=own.editor)
    return World(home, calendar, own, foreign, users, redirect, template, link, delivery, batch)
