"""Templates in the admin: the way to them, and that nobody takes them for pages of the site."""

from django.db.models import Exists, OuterRef
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from univercity.page_templates.models import PageTemplate, is_template
from univercity.page_templates.views import ChooseView, MakeView

NOT_PUBLISHED = gettext_lazy(
    "This page is a template and is not published. Use “Page from template” to make a page from it."
)


@hooks.register("register_admin_urls")
def register_addresses():
    return [
        path("page-templates/<int:parent_id>/", ChooseView.as_view(), name="page_templates"),
        path(
            "page-templates/<int:parent_id>/<int:template_id>/",
            MakeView.as_view(),
            name="page_from_template",
        ),
    ]


@hooks.register("register_page_header_buttons")
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


@hooks.register("construct_explorer_page_queryset")
def mark_templates(parent_page, pages, request):
    templates = PageTemplate.objects.filter(page_id=OuterRef("pk"))
    return pages.annotate(is_page_template=Exists(templates))


@hooks.register("construct_page_action_menu")
def hide_publishing_of_templates(menu_items, request, context):
    page = context.get("page")
    if page and page.pk and is_template(page):
        hidden = {"action-publish", "action-submit"}
        menu_items[:] = [item for item in menu_items if item.name not in hidden]


@hooks.register("before_publish_page")
def refuse_to_publish_a_template(request, page):
    if page.pk and is_template(page):
        messages.error(request, NOT_PUBLISHED)
        return redirect("wagtailadmin_pages:edit", page.pk)
    return None


@hooks.register("before_bulk_action")
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


@hooks.register("before_edit_page")
def say_that_it_is_a_template(request, page):
    if request.method == "GET" and is_template(page):
        messages.info(
            request,
            _("This page is a template: what you change here is in all pages made from it later."),
        )
