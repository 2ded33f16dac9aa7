"""Changing the address of a page that was public."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.log_actions import log
from wagtail.models import Page

from univercity.page_address.forms import AddressForm, may_change_address

#: Action in the history of a page; its data hold both slugs.
CHANGED = "univercity.change_slug"


class ChangeAddressView(WagtailAdminTemplateMixin, FormView):
    """Asks for a new address and puts it into force at once."""

    form_class = AddressForm
    template_name = "univercity/change_address.html"
    page_title = gettext_lazy("Change the address")
    header_icon = "link"

    def dispatch(self, request, *args, page_id, **kwargs):
        self.page = get_object_or_404(Page, pk=page_id).specific
        if not may_change_address(request.user, self.page):
            raise PermissionDenied
        if not self.page.was_public:
            return redirect(self.editor())  # where its slug is an ordinary field
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "page": self.page, "initial": {"slug": self.page.slug}}

    def get_page_subtitle(self):
        return self.page.get_admin_display_title()

    def get_breadcrumbs_items(self):
        editor = {"url": self.editor(), "label": self.get_page_subtitle()}
        here = {"url": "", "label": self.page_title, "sublabel": self.get_page_subtitle()}
        return [*self.breadcrumbs_items, editor, here]

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            page=self.page,
            action_url=self.request.path,
            submit_button_label=_("Change the address"),
            submit_button_active_label=_("Changing…"),
            **kwargs,
        )

    def form_valid(self, form):
        before = self.page.slug
        self.page.change_slug(form.cleaned_data["slug"])
        slugs = {"old": before, "new": self.page.slug}
        log(instance=self.page, action=CHANGED, user=self.request.user, data={"slug": slugs})
        text = _("The page now has the address %(address)s. Its former address leads there.")
        messages.success(self.request, text % {"address": self.page.full_url})
        return redirect(self.editor())

    def editor(self):
        return reverse("wagtailadmin_pages:edit", args=[self.page.pk])
