"""Webhooks: signed, in order, again where nobody listened, with the same id."""

import datetime
import json

import pytest
from django.utils import timezone
from standardwebhooks import Webhook, WebhookVerificationError

from tests.factories import ImageFactory, StandardPageFactory
from tests.publications import revise
from tests.sample_content import raw
from univercity.content.site_settings import SiteSettings
from univercity.publishing.models import (
    PATIENCE,
    WebhookAttempt,
    WebhookDelivery,
    WebhookEvent,
    WebhookSubscriber,
)
from univercity.publishing.webhooks import sending
from univercity.publishing.webhooks.events import replay, send_test_event
from univercity.publishing.webhooks.sending import deliver_what_is_due, forget
from univercity.publishing.webhooks.signing import secret_of

HOST = "http://localhost"


def test_publication_is_told_once_with_its_addresses_by_language(
    home, translate, subscriber, listener, commit
):
    page = StandardPageFactory(parent=home, slug="seite")
    translate(home)
    translate(page)
    commit(revise, page, title="Anders")
    (content,) = listener.contents()
    assert content["type"] == "content.changed"
    assert content["data"]["urls"] == {
        "de": [f"{HOST}/de/seite/"],
        "en": [f"{HOST}/en/seite/"],
        "other": [f"{HOST}/sitemap.xml"],
    }
    assert content["data"]["gone"] == {}
    assert f"page-{page.pk}" in content["data"]["keys"]


def test_image_is_told_with_its_pages_in_both_languages(
    home, translate, subscriber, listener, commit
):
    image = ImageFactory()
    translate(StandardPageFactory(parent=home, slug="seite", teaser_image=image))
    image.focal_point_x = 10
    commit(image.save)
    (content,) = listener.contents()
    urls = {"de": [f"{HOST}/de/seite/"], "en": [f"{HOST}/en/seite/"]}
    assert content["data"]["urls"] == urls


def test_navigation_entry_is_told_with_every_page_that_shows_it(
    home, translate, subscriber, listener, commit
):
    page = StandardPageFactory(parent=home, slug="seite")
    english = translate(home)
    site = home.get_site()
    german = SiteSettings.objects.create(site=site, locale=home.locale, organisation="Netz")
    german.copy_for_translation(english.locale).save()
    link = {"label": "", "page": page.pk, "url": "", "document": None, "email": "", "phone": ""}
    for settings in SiteSettings.objects.all():
        settings.navigation = json.dumps(raw([("link", link)]))
        commit(settings.save)
    first, second = listener.contents()
    assert first["data"]["urls"] == {"de": [f"{HOST}/de/", f"{HOST}/de/seite/"]}
    assert second["data"]["urls"] == {"en": [f"{HOST}/en/"]}


def test_draft_is_told_to_nobody(home, subscriber, listener, commit):
    page = StandardPageFactory(parent=home, slug="seite")
    page.title = "Entwurf"
    commit(page.save_revision)
    assert not listener.heard
    assert not WebhookEvent.objects.exists()


def test_signature_is_that_of_standard_webhooks(subscriber, listener, commit):
    commit(send_test_event, subscriber)
    ((headers, body),) = listener.heard
    lower = {name.lower(): value for name, value in headers.items()}
    assert Webhook(secret_of(subscriber)).verify(body, lower)["type"] == "test"
    with pytest.raises(WebhookVerificationError):
        Webhook(secret_of(subscriber)).verify(body + b" ", lower)


def test_former_secrets_verify_while_they_change(subscriber, listener, commit, settings):
    before = secret_of(subscriber)
    subscriber.change_secret()
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "n" * 50
    commit(send_test_event, subscriber)
    ((headers, body),) = listener.heard
    lower = {name.lower(): value for name, value in headers.items()}
    for secret in (before, secret_of(subscriber)):
        assert Webhook(secret).verify(body, lower)
    subscriber.former_until = timezone.now()
    assert len(subscriber.nonces) == 1


def test_subscriber_that_is_down_gets_everything_later_in_order(home, subscriber, listener, commit):
    page = StandardPageFactory(parent=home, slug="seite")
    listener.status = 503
    commit(revise, page, title="Eins")
    commit(revise, page, title="Zwei")
    commit(revise, page, title="Drei")
    assert len(listener.heard) == 1  # the others wait behind it, and no editor for them
    failed = WebhookAttempt.objects.get()
    assert (failed.status_code, failed.answer) == (503, "Hm ")
    listener.heard.clear()
    listener.status = 200
    deliver_what_is_due(timezone.now())
    assert not listener.heard
    later(hours=1)
    assert listener.ids() == [str(event.uuid) for event in WebhookEvent.objects.order_by("pk")]
    assert not WebhookDelivery.objects.waiting().exists()


def later(**elapsed):
    """Let time pass for what waits, and the clock run."""
    for delivery in WebhookDelivery.objects.waiting():
        delivery.planned_at -= datetime.timedelta(**elapsed)
        delivery.next_attempt_at -= datetime.timedelta(**elapsed)
        delivery.save()
    deliver_what_is_due(timezone.now())


def test_waits_grow_until_the_event_is_given_up(subscriber, listener, commit):
    listener.status = 500
    commit(send_test_event, subscriber)
    waits = []
    for _attempt in range(7):
        delivery = WebhookDelivery.objects.get()
        waits.append((delivery.next_attempt_at - timezone.now()).total_seconds() / 60)
        later(minutes=40)
    expected = [1, 2, 4, 8, 16, 30, 30]
    assert all(0.7 * most <= wait <= 1.2 * most for wait, most in zip(waits, expected, strict=True))
    later(seconds=PATIENCE.total_seconds())
    assert WebhookDelivery.objects.get().state == WebhookDelivery.State.DROPPED
    listener.status = 200
    listener.heard.clear()
    event = commit(send_test_event, subscriber)
    assert listener.ids() == [str(event.uuid)]


def test_replay_has_the_same_id_and_body(home, subscriber, listener, commit):
    commit(revise, StandardPageFactory(parent=home), title="Anders")
    commit(replay, WebhookDelivery.objects.get())
    (first, body), (second, again) = listener.heard
    assert first["webhook-id"] == second["webhook-id"]
    assert body == again


def test_subscriber_of_one_language_hears_of_no_other(home, translate, listener, commit):
    WebhookSubscriber.objects.create(name="English", url=listener.url, language="en")
    page = StandardPageFactory(parent=home, slug="seite")
    commit(revise, page, title="Anders")
    assert not listener.heard
    english = translate(page)
    commit(revise, english, title="Other")
    (content,) = listener.contents()
    assert content["data"]["urls"]["en"] == [f"{HOST}/en/seite/"]
    assert content["data"]["urls"].keys() == {"en", "other"}


def test_redirects_are_not_followed(subscriber, listener, commit):
    listener.status = 302
    commit(send_test_event, subscriber)
    assert len(listener.heard) == 1
    assert WebhookDelivery.objects.get().failures == 1


def test_subscriber_that_says_gone_is_asked_no_more(subscriber, listener, commit):
    listener.status = 410
    commit(send_test_event, subscriber)
    later(hours=1)
    assert len(listener.heard) == 1
    subscriber.refresh_from_db()
    assert not subscriber.active


def test_subscriber_that_is_switched_off_is_sent_nothing_that_waits(subscriber, listener, commit):
    listener.status = 500
    commit(send_test_event, subscriber)
    WebhookSubscriber.objects.update(active=False)
    WebhookDelivery.objects.update(next_attempt_at=timezone.now())

    sending.deliver.enqueue(subscriber.pk)  # it waited in the queue
    later(hours=1)

    assert len(listener.heard) == 1


@pytest.mark.parametrize("address", ["http://127.0.0.1:9/", "http://[::1]:9/", "http://10.0.0.1/"])
def test_private_networks_are_never_asked(address, subscriber, listener, commit, settings):
    settings.WEBHOOKS_ALLOW_LOOPBACK = False
    subscriber.url = address
    subscriber.save()
    commit(send_test_event, subscriber)
    attempt = WebhookAttempt.objects.get()
    assert (attempt.status_code, attempt.answer) == (None, "The address lies in a private network")


def test_nobody_waits_for_a_subscriber_that_drips(subscriber, listener, commit, monkeypatch):
    monkeypatch.setattr(sending, "SECONDS_IN_ALL", 0)
    commit(send_test_event, subscriber)
    assert WebhookAttempt.objects.get().answer == "No answer in time"


def test_worker_sends_instead_of_the_editor(home, subscriber, listener, commit, settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    commit(revise, StandardPageFactory(parent=home), title="Anders")
    assert not listener.heard


def test_old_events_are_forgotten(subscriber, listener, commit):
    commit(send_test_event, subscriber)
    listener.status = 500
    commit(send_test_event, subscriber)
    forget(timezone.now() - datetime.timedelta(days=1))
    assert WebhookEvent.objects.count() == 2
    later = timezone.now() + datetime.timedelta(days=1)
    forget(later)
    forget(later)
    assert not WebhookEvent.objects.exists()
