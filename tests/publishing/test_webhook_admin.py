"""Webhooks in the admin."""

from django.urls import reverse
from django.utils import translation

from univercity.publishing.models import WebhookDelivery, WebhookSubscriber
from univercity.publishing.webhooks.admin import DeliveriesView, DeliveryFilterSet
from univercity.publishing.webhooks.signing import secret_of


def test_secret_is_shown_when_it_is_made_and_never_again(admin_client, db):
    form = {"name": "Website", "url": "https://www.partner.example/hooks", "active": "on"}
    made = admin_client.post(reverse("webhooks:add"), form, follow=True).content.decode()
    subscriber = WebhookSubscriber.objects.get()
    secret = secret_of(subscriber)
    assert secret in made
    for address in (reverse("webhooks:index"), reverse("webhooks:edit", args=[subscriber.pk])):
        assert secret not in admin_client.get(address).content.decode()
    changed = reverse("univercity_webhook_secret", args=[subscriber.pk])
    admin_client.post(changed)
    subscriber.refresh_from_db()
    assert secret_of(subscriber) != secret


def test_administrators_test_and_replay(
    admin_client, subscriber, listener, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        admin_client.post(reverse("univercity_webhook_test", args=[subscriber.pk]))
    delivery = WebhookDelivery.objects.get()
    with django_capture_on_commit_callbacks(execute=True):
        admin_client.post(reverse("univercity_webhook_replay", args=[delivery.pk]))
    assert len(set(listener.ids())) == 1
    assert len(listener.heard) == 2
    report = admin_client.get(reverse("univercity_webhook_deliveries")).content.decode()
    assert str(delivery.event.uuid) in report


def test_report_is_in_german_throughout():
    with translation.override("de"):
        columns = [str(column.label) for column in DeliveriesView.columns[:3]]
        wanted = str(DeliveryFilterSet.base_filters["subscriber"].label)

    assert (columns, wanted) == (["Zeitpunkt", "Webhook", "Ereignis"], "Webhook")
