"""Fixtures of the whole suite: a German site with an English locale, and its parts."""

import gc
import secrets
import shutil
import threading
import uuid
from contextlib import contextmanager
from functools import partial
from http.server import ThreadingHTTPServer

import pytest
from django.contrib.auth.models import Group
from django.core.cache import caches
from django.db import transaction
from django.test import override_settings
from PIL import Image
from wagtail.models import (
    APIToken,
    Locale,
)

from tests import fuzzing, publications
from tests.factories import (
    CalendarPageFactory,
    LeitbildPageFactory,
    PartnerIndexPageFactory,
    find_home,
)
from tests.permissions import allow, log_in
from tests.prepared import Databases
from tests.publications import make_english
from tests.publishing.listener import Listener
from univercity.api.models import TokenScope
from univercity.http_cache import store
from univercity.http_cache.recent import RecentAnswers
from univercity.publishing.models import WebhookSubscriber
from univercity.publishing.signals import content_changed

__all__ = ["fuzzing"]  # profiles


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config):
    """Let the fuzz tests try other examples in each run."""
    if config.option.hypothesis_seed is None:
        config.option.hypothesis_seed = secrets.randbelow(10**9)


def pytest_collection_modifyitems(config, items):
    """Leave what takes long to the full run (``tests/fuzzing.py``)."""
    if fuzzing.is_full():
        return
    now, left = [], []
    for item in items:
        (left if item.get_closest_marker("full") else now).append(item)
    config.hook.pytest_deselected(items=left)
    items[:] = now


def pytest_report_header(config):
    return f"the same fuzz tests again: --hypothesis-seed={config.option.hypothesis_seed}"


@pytest.fixture(scope="session", autouse=True)
def quick_images():
    """Let encoders make the least effort, which is a tenth of the time: files become larger."""
    Image.init()
    for name, effort in {"AVIF": {"speed": 10}, "WEBP": {"method": 0}}.items():
        Image.register_save(name, partial(save_with, effort, Image.SAVE[name]))


def save_with(options, save, image, file, filename):
    image.encoderinfo = {**options, **image.encoderinfo}
    save(image, file, filename)


@pytest.fixture(scope="session")
def databases(django_test_environment, django_db_modify_db_settings, django_db_blocker):
    """The prepared databases, one of which this process has a copy of."""
    with django_db_blocker.unblock():
        databases = Databases()
    yield databases
    with django_db_blocker.unblock():
        databases.close()


@pytest.fixture(scope="session")
def django_db_setup(databases, django_db_blocker):
    """Copy the database of a site with a home page.

    Without the collector of garbage: migrations make models by the thousand, which takes it a third
    of their time. Afterwards it need not look again at what stays to the end, nor look often.
    """
    gc.disable()
    with django_db_blocker.unblock():
        databases.use("site")
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000)
    gc.enable()


@pytest.fixture(scope="session")
def kept(django_db_setup, django_db_blocker):
    """Return a context manager: what a fixture makes inside is there for all tests of its scope.

    Each test still leaves it as it was. Whoever changes objects in memory reads them anew.
    """

    @contextmanager
    def keep():
        with django_db_blocker.unblock(), transaction.atomic():
            yield
            transaction.set_rollback(True)

    return keep


@pytest.fixture(scope="module")
def demo(quick_images, databases, django_db_setup, django_db_blocker, tmp_path_factory):
    """The demo with its images, for the tests of a file."""
    media = tmp_path_factory.mktemp("demo") / "media"
    with django_db_blocker.unblock():
        databases.use("demo")
        shutil.copytree(databases.media, media)
        with override_settings(MEDIA_ROOT=str(media)):
            yield
        databases.use("site")


@pytest.fixture(scope="module")
def without_site(databases, django_db_setup, django_db_blocker):
    """Let the tests of a file begin as new installations do, with Wagtail's welcome page."""
    with django_db_blocker.unblock():
        databases.use("plain")
        yield
        databases.use("site")


@pytest.fixture
def german(db):
    return Locale.objects.get(language_code="de")


@pytest.fixture
def english(db):
    return make_english()


@pytest.fixture
def home(german, english):
    """The German home page, root of the default site."""
    return find_home()


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
    """The function that translates a page with its texts in brackets, and publishes it."""
    return publications.translate_page


@pytest.fixture
def publish_german(commit):
    """Return a function that publishes a page with other content, with all that follows."""

    def publish(page, minor=False, **fields):
        page = type(page).objects.get(pk=page.pk)
        for name, value in fields.items():
            setattr(page, name, value)
        page.minor_edit = minor
        commit(lambda: page.save_revision().publish())

    return publish


@pytest.fixture
def publish_in_english(english):
    """The function that translates a page text by text and publishes it."""
    return publications.publish_in_english


@pytest.fixture
def translate_snippet(english):
    """The function that makes the English version of a snippet, public at once."""
    return publications.translate_snippet


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
def commit():
    """The function that does something in a transaction of its own."""
    return publications.commit


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
def answer_store(settings, monkeypatch):
    """The store of public answers, switched on and empty; ``commands`` lists what it is told."""
    monkeypatch.setattr(store, "recent", RecentAnswers())
    cache = settings.CACHES["answers"]
    backend = "tests.http_cache.counting_cache.Counting" + cache["BACKEND"].rpartition(".")[2]
    own = {**cache, "BACKEND": backend, "KEY_PREFIX": uuid.uuid4().hex}
    settings.CACHES = {**settings.CACHES, "answers": own}
    settings.ANSWER_CACHE = True
    return caches["answers"]


@pytest.fixture
def editor(client, home):
    group = Group.objects.create(name="Redaktion")
    allow(group, home, "add", "change", "publish")
    return log_in(client, group)
