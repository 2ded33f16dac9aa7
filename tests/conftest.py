"""Fixtures of the whole suite: a German site with an English locale, and its parts."""

import io
import threading
import uuid
from http.server import ThreadingHTTPServer

import hypothesis
import pytest
from django.core.cache import caches
from django.core.management import call_command
from django.db import transaction
from wagtail.models import APIToken, Locale, Page, Site

from tests.factories import (
    CalendarPageFactory,
    HomePageFactory,
    LeitbildPageFactory,
    PartnerIndexPageFactory,
)
from tests.listener import Listener
from univercity.changes import content_changed
from univercity.changes.models import PendingChange
from univercity.models import TokenScope, WebhookSubscriber

# How long an example takes says more about the machine than about the code.
hypothesis.settings.register_profile("untimed", deadline=None)
hypothesis.settings.load_profile("untimed")


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker):
    """The demo, loaded once for the tests of a file and taken back after them."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("load_demo", stdout=io.StringIO())
        yield
        transaction.set_rollback(True)


@pytest.fixture
def german(db):
    return Locale.objects.get(language_code="de")


@pytest.fixture
def english(db):
    return Locale.objects.get_or_create(language_code="en")[0]


@pytest.fixture
def home(german, english):
    """The German home page, root of the default site."""
    welcome = Page.objects.get(slug="home")
    home = HomePageFactory(parent=Page.get_first_root_node())
    Site.objects.filter(is_default_site=True).update(root_page=home)
    welcome.delete()
    Site.clear_site_root_paths_cache()
    return home


@pytest.fixture
def calendar(home):
    return CalendarPageFactory(parent=home)


@pytest.fixture
def network(home):
    return PartnerIndexPageFactory(parent=home)


@pytest.fixture
def leitbild(home):
    return LeitbildPageFactory(parent=home)


@pytest.fixture
def translate(english):
    """Return a function that translates a page with its texts in brackets, and publishes it."""

    def translate_page(page, **fields):
        translation = page.copy_for_translation(english, copy_parents=True)
        translation.title = f"[{page.title}]"
        for name, value in fields.items():
            setattr(translation, name, value)
        translation.save_revision().publish()
        return type(page).objects.get(pk=translation.pk)

    return translate_page


@pytest.fixture
def translate_snippet(english):
    """Return a function that makes the English version of a snippet, public at once."""

    def translate(snippet, **fields):
        translation = snippet.copy_for_translation(english)
        for name, value in fields.items():
            setattr(translation, name, value)
        translation.live = True
        translation.save()
        return translation

    return translate


@pytest.fixture
def token_of():
    """Return a function that makes a token of an account with a scope, as headers."""

    def make_token(user, **scope):
        token, secret = APIToken.create_token(user=user, name="Test")
        if scope:
            TokenScope.objects.create(token=token, **scope)
        return {"Authorization": f"Bearer {secret}"}

    return make_token


@pytest.fixture
def commit(django_capture_on_commit_callbacks):
    """Return a function that does something in a transaction of its own."""

    def act(work, *arguments, **named):
        PendingChange.objects.all().delete()  # what the test built before
        with django_capture_on_commit_callbacks(execute=True):
            return work(*arguments, **named)

    return act


@pytest.fixture
def sent():
    """The signals ``content_changed`` that were sent, each as keys and paths."""
    signals = []

    def receive(keys, urls, **kwargs):
        signals.append((keys, [url.removeprefix("http://localhost") for url in urls]))

    content_changed.connect(receive)
    yield signals
    content_changed.disconnect(receive)


@pytest.fixture
def changed(sent, commit):
    """Return a function that does something and returns the paths it changed, said once."""

    def act(work, *arguments, **named):
        sent.clear()
        commit(work, *arguments, **named)
        assert len(sent) <= 1
        urls = sent[0][1] if sent else []
        assert len(urls) == len(set(urls))
        return set(urls)

    return act


@pytest.fixture
def listener(settings):
    """A real server on this machine, which webhooks may reach in this test."""
    settings.WEBHOOKS_ALLOW_LOOPBACK = True
    Listener.heard, Listener.status = [], 204
    server = ThreadingHTTPServer(("127.0.0.1", 0), Listener)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}).start()
    Listener.url = f"http://127.0.0.1:{server.server_port}/hooks"
    yield Listener
    server.shutdown()
    server.server_close()


@pytest.fixture
def subscriber(listener, home):
    return WebhookSubscriber.objects.create(name="Website", url=listener.url)


@pytest.fixture
def answer_store(settings):
    """The store of public answers, switched on and empty; ``commands`` lists what it is told."""
    cache = settings.CACHES["answers"]
    backend = "tests.counting_cache.Counting" + cache["BACKEND"].rpartition(".")[2]
    own = {**cache, "BACKEND": backend, "KEY_PREFIX": uuid.uuid4().hex}
    settings.CACHES = {**settings.CACHES, "answers": own}
    settings.ANSWER_CACHE = True
    return caches["answers"]
