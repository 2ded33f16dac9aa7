"""What the admin knows of addresses: the view that changes one, its permission, its history."""

from django.contrib.auth.models import Permission
from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogFormatter

from univercity.page_address.forms import CHANGE_SLUG
from univercity.page_address.views import CHANGED, ChangeAddressView


@hooks.register("register_admin_urls")
def register_address_view():
    view = ChangeAddressView.as_view()
    return [path("pages/<int:page_id>/address/", view, name="univercity_change_address")]


@hooks.register("register_permissions")
def register_change_slug():
    app, codename = CHANGE_SLUG.split(".")
    return Permission.objects.filter(content_type__app_label=app, codename=codename)


@hooks.register("register_log_actions")
def register_change_of_address(actions):
    @actions.register_action(CHANGED)
    class ChangeFormatter(LogFormatter):
        label = _("Change the address")

        def format_message(self, log_entry):
            text = _("Address changed from '%(old)s' to '%(new)s'")
            return str(text) % log_entry.data["slug"]
