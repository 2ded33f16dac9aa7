"""Lists of partners in the admin."""

from django.forms import CheckboxSelectMultiple
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django_filters.filters import MultipleChoiceFilter
from wagtail.admin.ui.tables import Column

from network.models import PartnerPage
from univercity.editorial.explorer import (
    SectionExplorerView,
    SectionFilterSet,
    SectionListingView,
    SectionListingViewSet,
    SectionViewSet,
)


class PartnerFilterSet(SectionFilterSet):
    kind = MultipleChoiceFilter(
        label=pgettext_lazy("of a partner", "Kind"),
        choices=PartnerPage.Kind.choices,
        widget=CheckboxSelectMultiple,
    )
    status = MultipleChoiceFilter(
        label=_("Membership"), choices=PartnerPage.Status.choices, widget=CheckboxSelectMultiple
    )

    class Meta(SectionFilterSet.Meta):
        model = PartnerPage


def partner_columns(columns):
    """Return the columns of a list of pages with those of partners behind the title."""
    title = next(index for index, column in enumerate(columns) if column.name == "title")
    return [
        *columns[: title + 1],
        Column(
            "kind",
            label=pgettext_lazy("of a partner", "Kind"),
            accessor="get_kind_display",
            sort_key="kind",
        ),
        Column(
            "membership", label=_("Membership"), accessor="get_status_display", sort_key="status"
        ),
        *columns[title + 1 :],
    ]


class PartnerExplorerView(SectionExplorerView):
    base_columns = partner_columns(SectionExplorerView.base_columns)


class PartnerListingView(SectionListingView):
    base_columns = partner_columns(
        [column for column in SectionListingView.base_columns if column.name != "parent"]
    )


class PartnerViewSet(SectionViewSet):
    model = PartnerPage
    index_view_class = PartnerExplorerView
    filterset_class = PartnerFilterSet


class PartnerListingViewSet(SectionListingViewSet):
    """All partners, wherever they stand in the tree."""

    name = "all-partners"
    model = PartnerPage
    icon = "group"
    menu_label = _("All partners")
    menu_order = 151
    index_view_class = PartnerListingView
    filterset_class = PartnerFilterSet


def page_viewsets():
    return [PartnerViewSet(), PartnerListingViewSet()]
