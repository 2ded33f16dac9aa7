"""Reports of links that lead nowhere."""

import django_filters
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.middleware.csrf import get_token
from django.utils.translation import gettext_lazy as _
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.models import Page
from wagtail.permissions import page_permission_policy, policy_registry
from wagtail.snippets.models import get_snippet_models

from univercity.link_check.internal import find_dead_links, load_by_type, title_of
from univercity.link_check.models import BROKEN, LinkUse


class LinkReportView(ReportView):
    """What the reports of links share."""

    header_icon = "link"
    permission_policy = page_permission_policy
    any_permission_required = ["add", "change", "publish"]


class DeadLinksView(LinkReportView):
    """Links inside the site whose page is offline or deleted."""

    page_title = _("Links to nowhere")
    verbose_name_plural = _("links to nowhere")
    index_url_name = "univercity_dead_links"
    index_results_url_name = "univercity_dead_links_results"
    columns = [
        TitleColumn("title", label=_("Where the link stands"), get_url=lambda row: row.edit_url),
        Column("where", label=_("Field")),
        Column("target", label=_("Leads to")),
        Column("reason", label=_("Why it leads nowhere")),
    ]
    list_export = ["title", "where", "target", "reason"]
    export_headings = {column.name: column.label for column in columns}

    def get_queryset(self):
        return find_dead_links(self.request.user)


def uses_that_user_may_edit(user):
    """Return where links stand, without the pages and snippets that the user may not edit."""
    pages = page_permission_policy.instances_user_has_permission_for(user, "change")
    condition = Q(
        source_type=ContentType.objects.get_for_model(Page), source_id__in=pages.values("pk")
    )
    for model in get_snippet_models():
        if policy_registry.get_by_type(model).user_has_permission(user, "change"):
            condition |= Q(source_type=ContentType.objects.get_for_model(model))
    return LinkUse.objects.filter(condition)


class BrokenLinksFilterSet(WagtailFilterSet):
    section = django_filters.ModelChoiceFilter(
        label=_("Section"),
        queryset=lambda request: page_permission_policy.explorable_instances(request.user).filter(
            depth=3
        ),
        method="filter_section",
    )
    kind = django_filters.ChoiceFilter(
        label=_("Problem"),
        choices=[("broken", _("Broken")), ("moved", _("Moved"))],
        method="filter_kind",
    )

    class Meta:
        model = LinkUse
        fields = []

    def filter_section(self, queryset, name, section):
        pages = Page.objects.descendant_of(section, inclusive=True)
        return queryset.filter(
            source_type=ContentType.objects.get_for_model(Page), source_id__in=pages.values("pk")
        )

    def filter_kind(self, queryset, name, kind):
        broken = Q(link__outcome__in=BROKEN)
        return queryset.filter(broken if kind == "broken" else ~broken)


class LinkColumn(Column):
    """The address, and the text under which it stands."""

    cell_template_name = "univercity/link_cell.html"


class CheckColumn(Column):
    """A button that checks the link now."""

    cell_template_name = "univercity/check_cell.html"

    def get_cell_context_data(self, instance, parent_context):
        context = super().get_cell_context_data(instance, parent_context)
        return {**context, "csrf_token": get_token(context["request"])}


class BrokenLinksView(LinkReportView):
    """Links to other sites that fail, or whose target moved for good."""

    page_title = _("Broken links")
    verbose_name_plural = _("broken links")
    model = LinkUse
    filterset_class = BrokenLinksFilterSet
    index_url_name = "univercity_broken_links"
    index_results_url_name = "univercity_broken_links_results"
    default_ordering = "link__first_failed_at"
    columns = [
        TitleColumn("title", label=_("Where the link stands"), get_url=lambda use: use.edit_url),
        Column("where", label=_("Field")),
        LinkColumn("url", label=_("Link"), accessor="link.url"),
        Column("problem", label=_("Problem"), accessor="link.problem"),
        DateColumn("since", label=_("Since"), accessor="link.first_failed_at"),
        CheckColumn("check", label=_("Check")),
    ]
    list_export = ["title", "where", "text", "link.url", "link.problem", "link.first_failed_at"]
    export_headings = {
        "title": _("Where the link stands"),
        "where": _("Field"),
        "text": _("Link text"),
        "link.url": _("Link"),
        "link.problem": _("Problem"),
        "link.first_failed_at": _("Since"),
    }

    def get_base_queryset(self):
        problems = Q(link__outcome__in=BROKEN) | ~Q(link__moved_to="")
        uses = uses_that_user_may_edit(self.request.user).filter(problems)
        return uses.select_related("link")

    def decorate_paginated_queryset(self, object_list):
        uses, finder = list(object_list), AdminURLFinder(self.request.user)
        sources = load_by_type((use.source_type_id, use.source_id) for use in uses)
        shown = []
        for use in uses:
            source = sources.get((use.source_type_id, str(use.source_id)))
            if source:  # else a snippet was deleted since the daily reading
                use.title, use.where = title_of(source), use.place_in(source)
                use.edit_url = finder.get_edit_url(source)
                shown.append(use)
        return shown
