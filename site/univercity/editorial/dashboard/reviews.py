"""Confirming that a page is still right, without changing it."""

from django.core.exceptions import PermissionDenied
from django.urls import path, reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import BaseOperationView, WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import log
from wagtail.models import Page

REVIEWED = "univercity.review"


class ReviewView(WagtailAdminTemplateMixin, BaseOperationView, TemplateView):
    """Asks for a confirmation and notes it in the history of the page."""

    model = Page
    pk_url_kwarg = "page_id"
    page_title = gettext_lazy("Mark as reviewed")
    header_icon = "check"
    template_name = "editorial/dashboard/review.html"

    def get_object(self):
        page = super().get_object().specific
        if not page.permissions_for_user(self.request.user).can_edit():
            raise PermissionDenied
        return page

    def get_page_subtitle(self):
        return self.object.get_admin_display_title()

    def get_breadcrumbs_items(self):
        return []

    def get_context_data(self, **kwargs):
        return super().get_context_data(page=self.object, next_url=self.next_url, **kwargs)

    def perform_operation(self):
        log(instance=self.object, action=REVIEWED, user=self.request.user)

    def get_success_message(self):
        return _("“%(title)s” is noted as reviewed.") % {"title": self.get_page_subtitle()}

    def get_success_url(self):
        return self.next_url or reverse("wagtailadmin_pages:edit", args=[self.object.pk])


def review_button(page, next_url):
    """Return the entry of a page's menu that leads to the confirmation."""
    address = reverse("univercity_review", args=[page.pk])
    return Button(
        _("Mark as reviewed"),
        f"{address}?{urlencode({'next': next_url})}",
        icon_name="check",
        priority=90,
    )


def url_patterns():
    return [path("pages/<int:page_id>/review/", ReviewView.as_view(), name="univercity_review")]


def offer_the_confirmation(page, user, next_url=None, view_name=None):
    if page.live and page.permissions_for_user(user).can_edit():
        yield review_button(page, next_url or "")


def register_the_confirmation(actions):
    actions.register_action(REVIEWED, gettext_lazy("Review"), gettext_lazy("Reviewed"))
