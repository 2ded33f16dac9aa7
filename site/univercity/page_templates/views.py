"""Choosing a template and making a page from it."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView, TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Page

from univercity.page_templates.making import make_page
from univercity.page_templates.models import PageTemplate


class BelowParentView(WagtailAdminTemplateMixin):
    """For users who may add pages below the page that the address names."""

    page_title = gettext_lazy("Page from template")
    header_icon = "copy"

    request: HttpRequest
    kwargs: dict[str, Any]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.parent = get_object_or_404(Page, pk=kwargs["parent_id"]).specific
        if not self.parent.permissions_for_user(request.user).can_add_subpage():
            raise PermissionDenied
        response: HttpResponse = super().dispatch(request, *args, **kwargs)  # type: ignore[misc]
        return response

    @cached_property
    def templates(self) -> list[PageTemplate]:
        return PageTemplate.objects.usable_below(self.parent)

    def get_page_subtitle(self) -> str:
        return str(self.parent.get_admin_display_title())

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        parent = {
            "url": reverse("wagtailadmin_explore", args=[self.parent.pk]),
            "label": self.parent.get_admin_display_title(),
        }
        return [*super().get_breadcrumbs_items(), parent, {"url": "", "label": self.page_title}]


class ChooseView(BelowParentView, TemplateView):
    """The templates for pages of types that may be created here."""

    template_name = "univercity/page_templates/choose.html"


class TitleForm(forms.Form):
    title = forms.CharField(
        label=gettext_lazy("Title of the new page"),
        max_length=255,
        help_text=gettext_lazy("For example: Vorlesungen im Winter 2026/27"),
    )


class MakeView(BelowParentView, FormView):
    """Asks for the title, makes the page and opens it in the editor."""

    template_name = "univercity/page_templates/make.html"
    form_class = TitleForm

    @cached_property
    def template(self) -> PageTemplate:
        found = (one for one in self.templates if one.pk == self.kwargs["template_id"])
        template = next(found, None)
        if template is None:
            raise Http404
        return template

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(template=self.template, parent=self.parent, **kwargs)

    def form_valid(self, form: TitleForm) -> HttpResponse:
        page = make_page(self.template, self.parent, form.cleaned_data["title"], self.request.user)
        text = _("This is your own draft, made from the template “%(name)s”. Now fill it in.")
        messages.success(self.request, text % {"name": self.template.name})
        return redirect("wagtailadmin_pages:edit", page.pk)
