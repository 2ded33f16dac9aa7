"""The report on content: what the checks found in each published page."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from django_filters.filters import ChoiceFilter, ModelMultipleChoiceFilter
from wagtail.admin.filters import ContentTypeFilter, WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, NumberColumn, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.models import Locale, Page, get_page_content_types
from wagtail.permissions import policy_registry

from univercity.editorial.content_checks.rules import Kind
from univercity.editorial.dashboard.reports import ReportMenuItem
from univercity.editorial.dashboard.worklists import changeable_pages
from univercity.editorial.models import ContentCheck

URL_NAME = "univercity_content_report"


class KindFilter(ChoiceFilter):
    """Chooses pages with findings of a kind."""

    def filter(self, qs, value):
        return qs.filter(counts__has_key=value) if value else qs


class ContentFilterSet(WagtailFilterSet):
    kind = KindFilter(label=_("Finding"), choices=Kind.choices)
    language = ModelMultipleChoiceFilter(
        field_name="page__locale", label=_("Language"), queryset=Locale.objects.all()
    )
    content_type = ContentTypeFilter(
        field_name="page__content_type",
        label=_("Page type"),
        queryset=lambda request: get_page_content_types(include_base_page_type=False),
    )

    class Meta:
        model = ContentCheck
        fields = ["kind", "language", "content_type"]


def readability(check):
    """Say how easy a text is to read: the number and a word for it."""
    if check.reading_ease is None:
        return ""
    limits = [(60, _("easy to read")), (30, _("medium to read"))]
    word = next((word for limit, word in limits if check.reading_ease >= limit), _("hard to read"))
    return f"{check.reading_ease:.0f} ({word})"


class ContentReportView(ReportView):
    """Findings, words and readability of each page that the user may change, worst first."""

    model = ContentCheck
    permission_policy = policy_registry.get_by_type(Page)
    any_permission_required = ["add", "change", "publish"]
    page_title = _("Content checks")
    header_icon = "glasses"
    no_results_message = _("No page has been checked yet, or none matches.")
    index_url_name = URL_NAME
    index_results_url_name = f"{URL_NAME}_results"
    filterset_class = ContentFilterSet
    default_ordering = "-total"
    columns = [
        TitleColumn(
            "page",
            label=_("Title"),
            accessor="page.title",
            get_url=lambda check: reverse("wagtailadmin_pages:edit", args=[check.page_id]),
        ),
        Column("locale", label=_("Language"), accessor="page.locale"),
        NumberColumn("total", label=_("Findings"), sort_key="total"),
        Column("summary", label=_("By kind")),
        Column("worst", label=_("Worst finding")),
        NumberColumn("words", label=_("Words"), sort_key="words"),
        Column("reading_ease", label=_("Readability"), accessor=readability),
        DateColumn("checked_at", label=_("Checked")),
    ]
    list_export = [
        "page.title",
        "page.locale",
        "total",
        "summary",
        "worst",
        "words",
        "reading_ease",
        "checked_at",
    ]
    export_headings = {
        "page.title": _("Title"),
        "page.locale": _("Language"),
        "total": _("Findings"),
        "summary": _("By kind"),
        "worst": _("Worst finding"),
        "words": _("Words"),
        "reading_ease": _("Readability"),
        "checked_at": _("Checked"),
    }

    def get_queryset(self):
        pages = changeable_pages(self.request.user).filter(live=True)
        checks = ContentCheck.objects.filter(page__in=pages.values("pk"))
        return self.order_queryset(checks.select_related("page__locale"))

    def get_filename(self):
        return "content-checks"


def url_patterns():
    results = ContentReportView.as_view(results_only=True)
    return [
        path("reports/content/", ContentReportView.as_view(), name=URL_NAME),
        path("reports/content/results/", results, name=f"{URL_NAME}_results"),
    ]


def menu_item():
    return ReportMenuItem(
        Page,
        label=_("Content checks"),
        url=reverse(URL_NAME),
        name="content-checks",
        icon_name="glasses",
        order=2010,
    )
