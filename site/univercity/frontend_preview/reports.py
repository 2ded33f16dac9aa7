"""The list of preview tokens in the admin."""

from typing import Any

from django.db.models import QuerySet
from django.middleware.csrf import get_token
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.reports import ReportView
from wagtail.permissions import page_permission_policy

from univercity.frontend_preview.models import PreviewToken
from univercity.frontend_preview.views import tokens_of


class StateColumn(Column):
    """Until when a token is valid, or that it is not, with a button to revoke it."""

    cell_template_name = "univercity/preview_state_cell.html"

    def get_cell_context_data(self, instance: Any, parent_context: Any) -> dict[str, Any]:
        context = super().get_cell_context_data(instance, parent_context)
        return {**context, "csrf_token": get_token(context["request"])}


class PreviewsView(ReportView):
    """Who can see which state of which page without an account, and until when."""

    page_title = _("Previews")
    verbose_name_plural = _("previews")
    header_icon = "view"
    model = PreviewToken
    index_url_name = "univercity_previews"
    index_results_url_name = "univercity_previews_results"
    permission_policy = page_permission_policy
    any_permission_required = ["add", "change", "publish"]
    default_ordering = "-expires_at"
    columns = [
        Column("title", label=_("Title")),
        Column("user", label=_("Who")),
        Column(
            "frontend", label=_("Where"), accessor=lambda row: row.frontend or _("This website")
        ),
        DateColumn("created_at", label=_("Created")),
        DateColumn("expires_at", label=_("Valid until")),
        DateColumn("last_used_at", label=_("Last use")),
        StateColumn("is_valid", label=_("State")),
    ]
    list_export = ["title", "user", "place", "created_at", "expires_at", "last_used_at"]
    export_headings = {column.name: column.label for column in columns}

    def get_base_queryset(self) -> QuerySet[PreviewToken]:
        rows = tokens_of(self.request.user).select_related("user", "frontend")
        return rows.defer("state")
