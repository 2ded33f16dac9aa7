"""Passing the preview of a page on, and taking it back."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from django.views.decorators.http import require_POST
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.reports import ReportView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import Button
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

from univercity.previews.models import Frontend, PreviewToken
from univercity.previews.modes import frontends_for
from univercity.previews.opening import issue, may_preview

#: Whoever holds it sees and revokes the tokens of everybody, not only their own.
SEE_ALL = "previews.change_previewtoken"


def tokens_of(user: Any) -> QuerySet[PreviewToken]:
    """Return the tokens that ``user`` may see and revoke."""
    tokens = PreviewToken.objects.all()
    return tokens if user.has_perm(SEE_ALL) else tokens.filter(user=user)


class ShareForm(forms.Form):
    frontend = forms.ModelChoiceField(
        Frontend.objects.none(),
        required=False,
        label=gettext_lazy("Where to show it"),
        empty_label=gettext_lazy("This website"),
        help_text=gettext_lazy("For example: This website"),
    )

    def __init__(self, *args: Any, page: Page, **kwargs: Any):
        super().__init__(*args, **kwargs)
        keys = [frontend.pk for frontend in frontends_for(page)]
        field: Any = self.fields["frontend"]
        field.queryset = Frontend.objects.filter(pk__in=keys)


class SharePreviewView(WagtailAdminTemplateMixin, FormView):
    """Makes a link to the latest draft of a page, for people without an account."""

    form_class = ShareForm
    template_name = "previews/share_preview.html"
    page_title = gettext_lazy("Share a preview")
    header_icon = "view"

    page: Page

    def dispatch(self, request: HttpRequest, *args: Any, page_id: int, **kwargs: Any) -> Any:
        page = get_object_or_404(Page, pk=page_id)
        if not may_preview(page, request.user):
            raise PermissionDenied
        self.page = page.get_latest_revision_as_object()
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "page": self.page}

    def get_page_subtitle(self) -> str:
        return str(self.page.get_admin_display_title())

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        address = reverse("wagtailadmin_pages:edit", args=[self.page.pk])
        editor = {"url": address, "label": self.get_page_subtitle()}
        return [*super().get_breadcrumbs_items(), editor, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            page=self.page,
            action_url=self.request.path,
            submit_button_label=_("Make a link"),
            **kwargs,
        )

    def form_valid(self, form: ShareForm) -> HttpResponse:
        """Show the link once: it stands in no list afterwards."""
        frontend = form.cleaned_data["frontend"]
        issued = issue(self.request.user, self.page, frontend, follows_form=False)
        address = self.request.build_absolute_uri(issued.address)
        context = self.get_context_data(form=form, address=address, expires=issued.row.expires_at)
        return self.render_to_response(context)


@require_POST
def revoke(request: HttpRequest, token_id: int) -> HttpResponse:
    """End a token at once."""
    token = tokens_of(request.user).filter(pk=token_id, revoked_at=None).first()
    if token is None:
        raise PermissionDenied
    token.revoke()
    messages.success(request, _("The preview of “%(title)s” is closed.") % {"title": token.title})
    return redirect("univercity_previews")


# The list of preview tokens in the admin.


class StateColumn(Column):
    """Until when a token is valid, or that it is not, with a button to revoke it."""

    cell_template_name = "previews/preview_state_cell.html"

    def get_cell_context_data(self, instance: Any, parent_context: Any) -> dict[str, Any]:
        context = super().get_cell_context_data(instance, parent_context)
        return {**context, "csrf_token": get_token(context["request"])}


class PreviewsView(ReportView):
    """Who can see which state of which page without an account, and until when."""

    page_title = gettext_lazy("Previews")
    verbose_name_plural = gettext_lazy("previews")
    header_icon = "view"
    model = PreviewToken
    index_url_name = "univercity_previews"
    index_results_url_name = "univercity_previews_results"
    permission_policy = page_permission_policy
    any_permission_required = ["add", "change", "publish"]
    default_ordering = "-expires_at"
    columns = [
        Column("title", label=gettext_lazy("Title")),
        Column("user", label=gettext_lazy("Who")),
        Column(
            "frontend",
            label=gettext_lazy("Where"),
            accessor=lambda row: row.frontend or gettext_lazy("This website"),
        ),
        DateColumn("created_at", label=gettext_lazy("Created")),
        DateColumn("expires_at", label=gettext_lazy("Valid until")),
        DateColumn("last_used_at", label=gettext_lazy("Last use")),
        StateColumn("is_valid", label=gettext_lazy("State")),
    ]
    list_export = ["title", "user", "place", "created_at", "expires_at", "last_used_at"]
    export_headings = {column.name: column.label for column in columns}

    def get_base_queryset(self) -> QuerySet[PreviewToken]:
        rows = tokens_of(self.request.user).select_related("user", "frontend")
        return rows.defer("state")


# Previews in the admin: the list, the frontends, and the button that shares one.


class FrontendViewSet(ModelViewSet):
    """The applications that previews can be sent to; for administrators."""

    model = Frontend
    icon = "desktop"
    form_fields = ["site", "name", "address"]
    list_display = ["name", "site", "address"]
    add_to_settings_menu = True
    inspect_view_enabled = False


def register_frontends() -> FrontendViewSet:
    return FrontendViewSet("univercity_frontends")


def register_previews() -> list[Any]:
    return [
        path("reports/previews/", PreviewsView.as_view(), name="univercity_previews"),
        path(
            "reports/previews/results/",
            PreviewsView.as_view(results_only=True),
            name="univercity_previews_results",
        ),
        path("reports/previews/<int:token_id>/revoke/", revoke, name="univercity_revoke_preview"),
        path(
            "pages/<int:page_id>/share-preview/",
            SharePreviewView.as_view(),
            name="univercity_share_preview",
        ),
    ]


class PreviewsMenuItem(MenuItem):
    def is_shown(self, request: Any) -> bool:
        return page_permission_policy.user_has_any_permission(
            request.user, ["add", "change", "publish"]
        )


def register_previews_menu_item() -> MenuItem:
    address = reverse("univercity_previews")
    return PreviewsMenuItem(gettext_lazy("Previews"), address, icon_name="view", order=1300)


def offer_sharing(page: Any, user: Any, view_name: str, next_url: str | None = None) -> Any:
    if page.pk and page.depth > 1 and may_preview(page, user):
        yield Button(
            pgettext_lazy("button", "Share a preview"),
            reverse("univercity_share_preview", args=[page.pk]),
            icon_name="view",
            priority=55,
        )
