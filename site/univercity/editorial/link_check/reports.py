"""Reports of links that lead nowhere."""

import django_filters
from django.conf import settings
from django.contrib import messages
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.models import Page
from wagtail.permissions import page_permission_policy, policy_registry
from wagtail.snippets.models import get_snippet_models

from univercity.editorial.link_check.checking import check
from univercity.editorial.link_check.extraction import collect_from
from univercity.editorial.link_check.internal import find_dead_links, load_by_type, title_of
from univercity.editorial.link_check.own_site import is_own
from univercity.editorial.models import BROKEN, ExternalLink, LinkUse


class LinkReportView(ReportView):
    """What the reports of links share."""

    header_icon = "link"
    permission_policy = page_permission_policy
    any_permission_required = ["add", "change", "publish"]


class DeadLinksView(LinkReportView):
    """Links inside the site whose page is offline or deleted."""

    page_title = gettext_lazy("Links to nowhere")
    verbose_name_plural = gettext_lazy("links to nowhere")
    index_url_name = "univercity_dead_links"
    index_results_url_name = "univercity_dead_links_results"
    columns = [
        TitleColumn(
            "title", label=gettext_lazy("Where the link stands"), get_url=lambda row: row.edit_url
        ),
        Column("where", label=gettext_lazy("Field")),
        Column("target", label=gettext_lazy("Leads to")),
        Column("reason", label=gettext_lazy("Why it leads nowhere")),
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
        label=gettext_lazy("Section"),
        queryset=lambda request: page_permission_policy.explorable_instances(request.user).filter(
            depth=3
        ),
        method="filter_section",
    )
    kind = django_filters.ChoiceFilter(
        label=gettext_lazy("Problem"),
        choices=[("broken", gettext_lazy("Broken")), ("moved", gettext_lazy("Moved"))],
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

    cell_template_name = "editorial/link_cell.html"


class CheckColumn(Column):
    """A button that checks the link now."""

    cell_template_name = "editorial/check_cell.html"

    def get_cell_context_data(self, instance, parent_context):
        context = super().get_cell_context_data(instance, parent_context)
        return {**context, "csrf_token": get_token(context["request"])}


class BrokenLinksView(LinkReportView):
    """Links to other sites that fail, or whose target moved for good."""

    page_title = gettext_lazy("Broken links")
    verbose_name_plural = gettext_lazy("broken links")
    model = LinkUse
    filterset_class = BrokenLinksFilterSet
    index_url_name = "univercity_broken_links"
    index_results_url_name = "univercity_broken_links_results"
    default_ordering = "link__first_failed_at"
    columns = [
        TitleColumn(
            "title", label=gettext_lazy("Where the link stands"), get_url=lambda use: use.edit_url
        ),
        Column("where", label=gettext_lazy("Field")),
        LinkColumn("url", label=gettext_lazy("Link"), accessor="link.url"),
        Column("problem", label=gettext_lazy("Problem"), accessor="link.problem"),
        DateColumn("since", label=gettext_lazy("Since"), accessor="link.first_failed_at"),
        CheckColumn("check", label=gettext_lazy("Check")),
    ]
    list_export = ["title", "where", "text", "link.url", "link.problem", "link.first_failed_at"]
    export_headings = {
        "title": gettext_lazy("Where the link stands"),
        "where": gettext_lazy("Field"),
        "text": gettext_lazy("Link text"),
        "link.url": gettext_lazy("Link"),
        "link.problem": gettext_lazy("Problem"),
        "link.first_failed_at": gettext_lazy("Since"),
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


@require_POST
def check_now(request, link_id):
    """Check a link, and say what was found."""
    uses = uses_that_user_may_edit(request.user).filter(link_id=link_id)
    if not uses:
        raise PermissionDenied
    link = get_object_or_404(ExternalLink, pk=link_id)
    for source in load_by_type((use.source_type_id, use.source_id) for use in uses).values():
        collect_from(source)  # somebody may have corrected the link meanwhile
    if settings.CHECK_EXTERNAL_LINKS or is_own(link):
        check(link)
        report(request, link)
    else:
        messages.warning(request, _("Links to other sites are not checked on this server."))
    return redirect("univercity_broken_links")


def report(request, link):
    """Tell the editor what the check found."""
    if link.problem:
        messages.warning(request, f"{link.url}: {link.problem}")
    else:
        messages.success(request, _("%(address)s works.") % {"address": link.url})


class LinkReportMenuItem(MenuItem):
    """A report for everyone who edits pages."""

    def is_shown(self, request):
        return page_permission_policy.user_has_any_permission(
            request.user, ["add", "change", "publish"]
        )


def url_patterns():
    dead, broken = DeadLinksView, BrokenLinksView
    return [
        path("reports/dead-links/", dead.as_view(), name="univercity_dead_links"),
        path(
            "reports/dead-links/results/",
            dead.as_view(results_only=True),
            name="univercity_dead_links_results",
        ),
        path("reports/broken-links/", broken.as_view(), name="univercity_broken_links"),
        path(
            "reports/broken-links/results/",
            broken.as_view(results_only=True),
            name="univercity_broken_links_results",
        ),
        path("reports/broken-links/<int:link_id>/check/", check_now, name="univercity_check_link"),
    ]


def register_dead_links_menu_item():
    address = reverse("univercity_dead_links")
    return LinkReportMenuItem(
        gettext_lazy("Links to nowhere"), address, icon_name="link", order=1200
    )


def register_broken_links_menu_item():
    address = reverse("univercity_broken_links")
    return LinkReportMenuItem(
        gettext_lazy("Broken links"), address, icon_name="link-external", order=1210
    )
