"""Webhooks in the admin: who listens, what was sent, and sending it again."""

from functools import wraps

from django.contrib import messages
from django.contrib.auth.models import Permission
from django.core.exceptions import PermissionDenied
from django.db.models import OuterRef, Subquery
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from django.views.decorators.http import require_POST
from django_filters import ModelChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import BooleanColumn, Column, DateColumn
from wagtail.admin.views.generic import CreateView, IndexView
from wagtail.admin.views.reports import ReportView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permissions import policy_registry

from univercity.publishing.models import WebhookAttempt, WebhookDelivery, WebhookSubscriber
from univercity.publishing.webhooks.events import replay, send_test_event
from univercity.publishing.webhooks.signing import secret_of


def show_secret(request, subscriber):
    """Show the secret, which the admin does at no other time."""
    text = _("Secret of “%(name)s”, shown only now. Copy it: %(secret)s")
    messages.warning(request, text % {"name": subscriber.name, "secret": secret_of(subscriber)})


class ActionColumn(Column):
    """A button that does something at once."""

    cell_template_name = "publishing/webhooks/action_cell.html"

    def __init__(self, name, label, url_name):
        super().__init__(name, label=label)
        self.url_name = url_name

    def get_cell_context_data(self, instance, parent_context):
        return {
            **super().get_cell_context_data(instance, parent_context),
            "action_url": reverse(self.url_name, args=[instance.pk]),
            "csrf_token": get_token(parent_context["request"]),
        }


class SubscriberIndexView(IndexView):
    @property
    def columns(self):
        return [
            *super().columns,
            ActionColumn("test", gettext_lazy("Send a test event"), "univercity_webhook_test"),
            ActionColumn("secret", gettext_lazy("Make a new secret"), "univercity_webhook_secret"),
        ]


class SubscriberCreateView(CreateView):
    def save_instance(self):
        subscriber = super().save_instance()
        show_secret(self.request, subscriber)
        return subscriber


class SubscriberViewSet(ModelViewSet):
    model = WebhookSubscriber
    name = "webhooks"
    icon = "resubmit"
    menu_order = 900
    add_to_settings_menu = True
    copy_view_enabled = False
    list_display = [
        "name",
        "url",
        "language",
        BooleanColumn("active"),
    ]
    index_view_class = SubscriberIndexView
    add_view_class = SubscriberCreateView


def last_attempts():
    return WebhookAttempt.objects.filter(delivery=OuterRef("pk")).order_by("-pk")


class DeliveryFilterSet(WagtailFilterSet):
    subscriber = ModelChoiceFilter(
        queryset=WebhookSubscriber.objects.all(), label=gettext_lazy("Webhook")
    )

    class Meta:
        model = WebhookDelivery
        fields = ["subscriber", "state"]


class DeliveriesView(ReportView):
    """What was sent to whom, and how that went."""

    model = WebhookDelivery
    page_title = gettext_lazy("Webhook deliveries")
    header_icon = "resubmit"
    permission_policy = policy_registry.get_by_type(WebhookDelivery)
    any_permission_required = ["change"]
    filterset_class = DeliveryFilterSet
    index_url_name = "univercity_webhook_deliveries"
    index_results_url_name = "univercity_webhook_deliveries_results"
    default_ordering = "-pk"
    columns = [
        DateColumn("time", label=gettext_lazy("Time"), accessor="event.time"),
        Column("subscriber", label=gettext_lazy("Webhook")),
        Column("type", label=pgettext_lazy("of a webhook", "Event"), accessor="event.type"),
        Column("event_id", label=gettext_lazy("Event id"), accessor="event.uuid"),
        Column("state", label=gettext_lazy("State"), accessor="get_state_display"),
        Column("attempts", label=gettext_lazy("Failed attempts"), accessor="failures"),
        Column("status_code", label=gettext_lazy("HTTP status")),
        Column("milliseconds", label=gettext_lazy("Milliseconds")),
        Column("answer", label=gettext_lazy("Answer")),
        ActionColumn("replay", gettext_lazy("Send again"), "univercity_webhook_replay"),
    ]
    list_export = ["event.time", "subscriber", "event.uuid", "state", "status_code", "answer"]

    def get_base_queryset(self):
        last = {
            name: Subquery(last_attempts().values(name)[:1])
            for name in ("status_code", "milliseconds", "answer")
        }
        return WebhookDelivery.objects.select_related("event", "subscriber").annotate(**last)


def for_those_who_change(model):
    """Refuse a view to accounts that may not change objects of a model, before anything else."""

    def decorate(view):
        @wraps(view)
        def guarded(request, **arguments):
            if not policy_registry.get_by_type(model).user_has_permission(request.user, "change"):
                raise PermissionDenied
            return view(request, **arguments)

        return guarded

    return decorate


@for_those_who_change(WebhookSubscriber)
@require_POST
def send_test(request, subscriber_id):
    """Send an event that says nothing."""
    subscriber = get_object_or_404(WebhookSubscriber, pk=subscriber_id)
    event = send_test_event(subscriber)
    text = _("A test event is on its way. Its id: %(id)s")
    messages.success(request, text % {"id": event.uuid})
    return redirect("univercity_webhook_deliveries")


@for_those_who_change(WebhookSubscriber)
@require_POST
def change_secret(request, subscriber_id):
    """Make a new secret; the former one signs for another day."""
    subscriber = get_object_or_404(WebhookSubscriber, pk=subscriber_id)
    subscriber.change_secret()
    show_secret(request, subscriber)
    return redirect("webhooks:index")


@for_those_who_change(WebhookDelivery)
@require_POST
def replay_delivery(request, delivery_id):
    """Send an event again, with the same id."""
    delivery = get_object_or_404(WebhookDelivery, pk=delivery_id)
    replay(delivery)
    text = _("The event is sent again, after what waits already. Its id is the same: %(id)s")
    messages.success(request, text % {"id": delivery.event.uuid})
    return redirect("univercity_webhook_deliveries")


# What the admin knows of webhooks: their list, what was sent, the permission for both.

#: Whoever has it may read what was sent, and send it again.
SEND_AGAIN = "publishing.change_webhookdelivery"


class DeliveriesMenuItem(MenuItem):
    def is_shown(self, request):
        return request.user.has_perm(SEND_AGAIN)


def register_webhooks():
    return SubscriberViewSet()


def register_webhook_views():
    deliveries = "reports/webhook-deliveries/"
    results = DeliveriesView.as_view(results_only=True)
    return [
        path(deliveries, DeliveriesView.as_view(), name="univercity_webhook_deliveries"),
        path(f"{deliveries}results/", results, name="univercity_webhook_deliveries_results"),
        path(
            f"{deliveries}<int:delivery_id>/replay/",
            replay_delivery,
            name="univercity_webhook_replay",
        ),
        path(
            "webhook-actions/<int:subscriber_id>/test/",
            send_test,
            name="univercity_webhook_test",
        ),
        path(
            "webhook-actions/<int:subscriber_id>/secret/",
            change_secret,
            name="univercity_webhook_secret",
        ),
    ]


def register_deliveries_menu_item():
    address = reverse("univercity_webhook_deliveries")
    return DeliveriesMenuItem(
        gettext_lazy("Webhook deliveries"), address, icon_name="resubmit", order=1300
    )


def register_send_again():
    app, codename = SEND_AGAIN.split(".")
    return Permission.objects.filter(content_type__app_label=app, codename=codename)
