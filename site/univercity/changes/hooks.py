"""What the admin knows of webhooks: their list, what was sent, the permission for both."""

from django.contrib.auth.models import Permission
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from univercity.changes.webhooks.admin import (
    DeliveriesView,
    SubscriberViewSet,
    change_secret,
    replay_delivery,
    send_test,
)

#: Whoever has it may read what was sent, and send it again.
SEND_AGAIN = "univercity.change_webhookdelivery"


class DeliveriesMenuItem(MenuItem):
    def is_shown(self, request):
        return request.user.has_perm(SEND_AGAIN)


@hooks.register("register_admin_viewset")
def register_webhooks():
    return SubscriberViewSet()


@hooks.register("register_admin_urls")
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


@hooks.register("register_reports_menu_item")
def register_deliveries_menu_item():
    address = reverse("univercity_webhook_deliveries")
    return DeliveriesMenuItem(_("Webhook deliveries"), address, icon_name="resubmit", order=1300)


@hooks.register("register_permissions")
def register_send_again():
    app, codename = SEND_AGAIN.split(".")
    return Permission.objects.filter(content_type__app_label=app, codename=codename)
