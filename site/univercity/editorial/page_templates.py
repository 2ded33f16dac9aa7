"""Page templates in the admin: making pages from them, and never publishing them."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from django.views.generic import FormView, TemplateView
from wagtail.actions.copy_page import CopyPageAction
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import Button
from wagtail.coreutils import find_available_slug
from wagtail.models import Page

from univercity.content.representations.problems import Kind, Problem
from univercity.content.slugs import slugify
from univercity.editorial.models import PageTemplate, is_template

LONGEST_SLUG = 250  #: leaves room for a number
#: Facts about the prepared page that do not hold for its copies.
FRESH = {
    "go_live_at": None,
    "expire_at": None,
    "locked": False,
    "locked_by": None,
    "locked_at": None,
    "seo_title": "",
}
NOT_PUBLISHED = gettext_lazy(
    "This page is a template and is not published. Use “Page from template” to make a page from it."
)


def make_page(template: PageTemplate, parent: Page, title: str, user: Any) -> Page:
    """Return a new draft below ``parent`` with the latest draft content of the template.

    Raises :class:`django.core.exceptions.PermissionDenied` where ``user`` may not add it.
    """
    prepared = template.page.get_latest_revision_as_object()
    slug = slugify(title) or template.page.slug
    names = {
        "title": title,
        "draft_title": title,
        "slug": find_available_slug(parent, slug[:LONGEST_SLUG]),
        **FRESH,
    }
    action = CopyPageAction(
        prepared, to=parent, update_attrs=names, copy_revisions=False, keep_live=False, user=user
    )
    page: Page = action.execute()
    return page


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

    template_name = "editorial/page_templates/choose.html"


class TitleForm(forms.Form):
    title = forms.CharField(
        label=gettext_lazy("Title of the new page"),
        max_length=255,
        help_text=gettext_lazy("For example: Vorlesungen im Winter 2026/27"),
    )


class MakeView(BelowParentView, FormView):
    """Asks for the title, makes the page and opens it in the editor."""

    template_name = "editorial/page_templates/make.html"
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


def url_patterns():
    return [
        path("page-templates/<int:parent_id>/", ChooseView.as_view(), name="page_templates"),
        path(
            "page-templates/<int:parent_id>/<int:template_id>/",
            MakeView.as_view(),
            name="page_from_template",
        ),
    ]


def offer_templates(page, user, view_name, next_url=None):
    if not page.permissions_for_user(user).can_add_subpage():
        return
    if PageTemplate.objects.usable_below(page):
        yield Button(
            pgettext_lazy("button", "Page from template"),
            reverse("page_templates", args=[page.pk]),
            icon_name="copy",
            priority=16,  # beside "add child page"
        )


def mark_templates(parent_page, pages, request):
    templates = PageTemplate.objects.filter(page_id=OuterRef("pk"))
    return pages.annotate(is_page_template=Exists(templates))


def hide_publishing_of_templates(menu_items, request, context):
    page = context.get("page")
    if page and page.pk and is_template(page):
        hidden = {"action-publish", "action-submit"}
        menu_items[:] = [item for item in menu_items if item.name not in hidden]


def refuse_to_publish_a_template(request, page):
    if page.pk and is_template(page):
        messages.error(request, NOT_PUBLISHED)
        return redirect("wagtailadmin_pages:edit", page.pk)
    return None


def refuse_to_publish_templates(request, action_type, objects, action):
    if action_type != "publish" or request.method != "POST":
        return None
    for page in objects:
        if isinstance(page, Page) and is_template(page):
            messages.error(
                request,
                _("“%(title)s” is a template and is not published. Nothing was changed.")
                % {"title": page.title},
            )
            return redirect("wagtailadmin_explore", page.get_parent().pk)
    return None


def say_that_it_is_a_template(request, page):
    if request.method == "GET" and is_template(page):
        messages.info(
            request,
            _("This page is a template: what you change here is in all pages made from it later."),
        )


def refuse_to_publish_a_template_by_api(page):
    if is_template(page):
        raise Problem(Kind.NOT_PUBLISHABLE, "The page is a template, which is never public.")
