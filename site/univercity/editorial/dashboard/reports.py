"""A report for each list of the dashboard, with all its items."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from django_filters.filters import ModelMultipleChoiceFilter
from wagtail.admin.filters import ContentTypeFilter, WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.models import Locale, Page, get_page_content_types
from wagtail.permissions import policy_registry

from univercity.editorial.dashboard import worklists

#: The name that a spreadsheet reads the note of an item by.
NOTE = "worklist_note"


class PagesFilterSet(WagtailFilterSet):
    """What pages in a report can be chosen by."""

    language = ModelMultipleChoiceFilter(
        field_name="locale", label=_("Language"), queryset=Locale.objects.all()
    )
    content_type = ContentTypeFilter(
        label=_("Page type"),
        queryset=lambda request: get_page_content_types(include_base_page_type=False),
    )

    class Meta:
        model = Page
        fields = ["language", "content_type"]


class WorklistReportView(ReportView):
    """All items of a list."""

    worklist = None
    any_permission_required = ["add", "change", "publish"]
    export_headings = {"title": _("Title")}
    list_export = ["title", NOTE]

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.page_title = self.worklist.label
        self.header_icon = self.worklist.icon
        self.no_results_message = self.worklist.nothing
        self.export_headings = {**self.export_headings, NOTE: self.worklist.note_label}

    @property
    def columns(self):
        return [
            TitleColumn(
                "title",
                label=_("Title"),
                accessor=self.worklist.title,
                get_url=lambda item: reverse(self.worklist.edit_url, args=[item.pk]),
            ),
            Column("note", label=self.worklist.note_label, accessor=self.worklist.note),
        ]

    def get_queryset(self):
        return self.worklist.select(self.request.user)

    def decorate_paginated_queryset(self, object_list):
        for item in object_list:
            setattr(item, NOTE, self.worklist.note(item))
        return object_list

    def get_filename(self):
        return self.worklist.name


class ReportMenuItem(MenuItem):
    """Shown to everybody who may change something of the kind that the report lists."""

    def __init__(self, model, **kwargs):
        super().__init__(**kwargs)
        self.model = model

    def is_shown(self, request):
        policy = policy_registry.get_by_type(self.model)
        needed = WorklistReportView.any_permission_required
        return policy.user_has_any_permission(request.user, needed)


def url_patterns():
    return [pattern for worklist in worklists.REPORTED for pattern in url_patterns_of(worklist)]


def url_patterns_of(worklist):
    name = f"univercity_worklist_{worklist.name}"
    options = {
        "worklist": worklist,
        "model": worklist.model,
        "filterset_class": PagesFilterSet if worklist.model is Page else None,
        "index_url_name": name,
        "index_results_url_name": f"{name}_results",
    }
    address = f"reports/{worklist.name}/"
    results = WorklistReportView.as_view(**options, results_only=True)
    return [
        path(address, WorklistReportView.as_view(**options), name=name),
        path(f"{address}results/", results, name=f"{name}_results"),
    ]


def menu_item(worklist, order):
    return ReportMenuItem(
        worklist.model,
        label=worklist.label,
        url=worklist.url,
        name=worklist.name,
        icon_name=worklist.icon,
        order=order,
    )
