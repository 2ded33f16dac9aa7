"""Change the address of a page that was public: the view, its permission, and its history."""

from django import forms
from django.contrib import messages
from django.contrib.auth.models import Permission
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets.slug import SlugInput
from wagtail.log_actions import LogFormatter, log
from wagtail.models import Page

from univercity.content.pages.locked_slug import CHANGE_SLUG, may_change_address
from univercity.content.slugs import FORMATTERS

#: Action in the history of a page; its data hold both slugs.
CHANGED = "univercity.change_slug"


class AddressForm(forms.Form):
    """Asks for the new last part of an address."""

    slug = forms.SlugField(
        label=gettext_lazy("New last part of the address"),
        max_length=255,
        widget=SlugInput(formatters=FORMATTERS),
        help_text=gettext_lazy(
            "Small letters, digits and hyphens, for example: lange-nacht-der-wissenschaft"
        ),
    )

    def __init__(self, *args, page, **kwargs):
        super().__init__(*args, **kwargs)
        self.page = page

    def clean_slug(self):
        slug = self.cleaned_data["slug"]
        if slug == self.page.slug:
            raise ValidationError(
                gettext_lazy("This is the address that the page has. Enter another one.")
            )
        if not Page._slug_is_available(slug, self.page.get_parent(), self.page):
            raise ValidationError(
                gettext_lazy("Another page here has this address. Enter another one.")
            )
        return slug


class ChangeAddressView(WagtailAdminTemplateMixin, FormView):
    """Asks for a new address and puts it into force at once."""

    form_class = AddressForm
    template_name = "publishing/change_address.html"
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


def register_address_view():
    view = ChangeAddressView.as_view()
    return [path("pages/<int:page_id>/address/", view, name="univercity_change_address")]


def register_change_slug():
    app, codename = CHANGE_SLUG.split(".")
    return Permission.objects.filter(content_type__app_label=app, codename=codename)


def register_change_of_address(actions):
    @actions.register_action(CHANGED)
    class ChangeFormatter(LogFormatter):
        label = gettext_lazy("Change the address")

        def format_message(self, log_entry):
            text = gettext_lazy("Address changed from '%(old)s' to '%(new)s'")
            return str(text) % log_entry.data["slug"]
