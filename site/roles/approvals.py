"""The report of approvals: who waits for whom, since when, until when."""

import django_filters
from django.db.models import CharField
from django.db.models.functions import Cast
from django.urls import path, reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, DateColumn, StatusTagColumn, TitleColumn, UserColumn
from wagtail.admin.views.reports import ReportView
from wagtail.models import Page
from wagtail.permissions import policy_registry

from roles.models import ApprovalState

SEEING = ["add", "change", "publish", "lock"]


class ApprovalsFilterSet(WagtailFilterSet):
    """By state and deadline; not by account, whose names are no partner's business."""

    overdue = django_filters.BooleanFilter(label=_("Overdue"), method="filter_overdue")
    due_at = django_filters.DateFromToRangeFilter(label=_("Due"), widget=DateRangePickerWidget)

    class Meta:
        model = ApprovalState
        fields = ["status", "due_at"]

    def filter_overdue(self, queryset, name, value):
        late = {"status": ApprovalState.STATUS_IN_PROGRESS, "due_at__lt": timezone.now()}
        return queryset.filter(**late) if value else queryset.exclude(**late)


class ApprovalsView(ReportView):
    """Approvals of the pages that the account has rights on, the most urgent first."""

    menu_name = "approvals"
    model = ApprovalState
    page_title = _("Approvals")
    header_icon = "check"
    index_url_name = "roles_approvals"
    index_results_url_name = "roles_approvals_results"
    any_permission_required = SEEING
    filterset_class = ApprovalsFilterSet
    default_ordering = "due_at"
    is_searchable = False
    list_export = ["page_title", "workflow_state.requested_by", "started_at", "due_at", "status"]
    export_headings = {"page_title": _("Page"), "workflow_state.requested_by": _("Submitted by")}
    columns = [
        TitleColumn(
            "page",
            label=_("Page"),
            accessor="page_title",
            get_url=lambda state: reverse(
                "wagtailadmin_pages:edit", args=[state.workflow_state.object_id]
            ),
        ),
        UserColumn("requested_by", label=_("Submitted by"), accessor="workflow_state.requested_by"),
        Column("task", label=_("Waits for"), accessor="waits_for"),
        DateColumn("started_at", label=_("Since")),
        DateColumn("due_at", label=_("Due")),
        StatusTagColumn(
            "status",
            label=pgettext_lazy("of an approval", "State"),
            accessor="state_label",
            primary=lambda state: state.is_overdue,
        ),
    ]

    @cached_property
    def permission_policy(self):
        return policy_registry.get_by_type(Page)

    def get_base_queryset(self):
        pages = self.permission_policy.instances_user_has_any_permission_for(
            self.request.user, SEEING
        )
        ids = pages.annotate(key=Cast("pk", CharField())).values("key")
        return (
            ApprovalState.objects.filter(workflow_state__object_id__in=ids)
            .select_related("workflow_state__requested_by__wagtail_userprofile", "task")
            .prefetch_related("workflow_state__content_object", "task__approval__groups")
            .order_by("due_at")
        )

    def get_filename(self):
        return f"approvals-{timezone.localdate().isoformat()}"


class ApprovalsMenuItem(MenuItem):
    def is_shown(self, request):
        policy = policy_registry.get_by_type(Page)
        return policy.user_has_any_permission(request.user, SEEING)


def menu_item():
    return ApprovalsMenuItem(
        _("Approvals"),
        reverse("roles_approvals"),
        name=ApprovalsView.menu_name,
        icon_name=ApprovalsView.header_icon,
        order=100,
    )


def url_patterns():
    return [
        path("reports/approvals/", ApprovalsView.as_view(), name="roles_approvals"),
        path(
            "reports/approvals/results/",
            ApprovalsView.as_view(results_only=True),
            name="roles_approvals_results",
        ),
    ]
