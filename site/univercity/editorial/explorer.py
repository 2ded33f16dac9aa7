"""Lists of pages in the admin: views, columns and filters, to which the sections add their own."""

from django.contrib.auth import get_user_model
from django.db.models import Q
from django.forms import CheckboxSelectMultiple, RadioSelect
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django_filters.filters import ChoiceFilter, ModelMultipleChoiceFilter, MultipleChoiceFilter
from wagtail.admin.filters import MultipleUserFilter
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import StatusTagColumn
from wagtail.admin.views.pages.listing import (
    EditedByFilter,
    ExplorableIndexView,
    GenericPageFilterSet,
    IndexView,
    PageFilterSet,
)
from wagtail.admin.views.pages.usage import ContentTypeUseView
from wagtail.admin.viewsets.pages import PageListingViewSet, PageViewSet
from wagtail.models import Locale, Page, PageLogEntry
from wagtail.permissions import policy_registry

from univercity.translation.state import (
    TranslationState,
    in_translation_state,
    target_languages,
    with_translation_states,
)


class TranslationStateColumn(StatusTagColumn):
    """How far the translation of a page into one language is."""

    def __init__(self, language_code, language):
        self.attribute = f"translation_{language_code}"
        super().__init__(
            self.attribute,
            label=language,
            accessor=lambda page: TranslationState(getattr(page, self.attribute)).label,
            primary=lambda page: getattr(page, self.attribute) == TranslationState.CURRENT,
            width="12%",
        )


def translation_columns():
    """Return a column for each language that content is translated into."""
    return [TranslationStateColumn(code, name) for code, name in target_languages()]


class TranslationFilter(MultipleChoiceFilter):
    """Chooses pages by language and state of their translations, any of those marked."""

    def filter(self, qs, value):
        chosen = Q()
        for choice in value:
            pages = in_translation_state(*choice.split(":"))
            chosen |= Q(pk__in=pages.values("pk"))  # the search knows no computed fields
        return qs.filter(chosen)


def translation_choices():
    return [
        (f"{code}:{state.value}", f"{language}: {state.label}")
        for code, language in target_languages()
        for state in TranslationState
    ]


class LiveFilter(ChoiceFilter):
    """Chooses what is public, or what is not."""

    def filter(self, qs, value):
        return qs.filter(live=value == "live") if value else qs


def accounts_by(field, entries):
    """Return a selection of accounts that did something with pages on which the user has rights.

    Wagtail's own selection names everybody to everybody.
    """

    def select(request):
        policy = policy_registry.get_by_type(Page)
        rights = IndexView.any_permission_required
        pages = policy.instances_user_has_any_permission_for(request.user, rights)
        found = entries(pages.values("pk")).order_by().values(field)
        return get_user_model().objects.filter(pk__in=found)

    return select


class SectionFilterSet(PageFilterSet):
    """What pages of every section can be chosen by."""

    owner = MultipleUserFilter(
        label=PageFilterSet.base_filters["owner"].label,
        queryset=accounts_by("owner", lambda pages: Page.objects.filter(pk__in=pages)),
        widget=CheckboxSelectMultiple,
    )
    edited_by = EditedByFilter(
        label=PageFilterSet.base_filters["edited_by"].label,
        queryset=accounts_by(
            "user",
            lambda pages: PageLogEntry.objects.filter(action="wagtail.edit", page__in=pages),
        ),
        widget=CheckboxSelectMultiple,
    )
    language = ModelMultipleChoiceFilter(
        field_name="locale",
        label=_("Language"),
        queryset=Locale.objects.all(),
        widget=CheckboxSelectMultiple,
    )
    published = LiveFilter(
        label=_("Publication"),
        empty_label=pgettext_lazy("filter", "Any"),
        choices=[
            ("live", pgettext_lazy("of a page", "Published")),
            ("draft", pgettext_lazy("of a page", "Not published")),
        ],
        widget=RadioSelect,
    )
    translation = TranslationFilter(
        label=_("Translation"), choices=translation_choices, widget=CheckboxSelectMultiple
    )

    class Meta(PageFilterSet.Meta):
        pass


class TranslationStates:
    """Brings the states of translations into a list; the columns are up to the list."""

    def annotate_queryset(self, pages):
        return with_translation_states(super().annotate_queryset(pages))


class SectionExplorerView(TranslationStates, ExplorableIndexView):
    """The pages below a page, with the state of their translations."""

    base_columns = [*ExplorableIndexView.base_columns, *translation_columns()]


class SectionListingView(TranslationStates, IndexView):
    """All pages of a type, wherever they stand in the tree."""

    base_columns = [*IndexView.base_columns, *translation_columns()]


class SectionTypeUseView(TranslationStates, ContentTypeUseView):
    """The pages of a type, as the report on page types lists them."""


class AnyTypeFilterSet(SectionFilterSet, GenericPageFilterSet):
    """For lists of pages of different types."""

    class Meta(SectionFilterSet.Meta):
        pass


class SectionViewSet(PageViewSet):
    """How the explorer lists the pages of a type."""

    index_view_class = SectionExplorerView
    content_type_use_view_class = SectionTypeUseView
    filterset_class = SectionFilterSet


class AnyTypeViewSet(SectionViewSet):
    """How the explorer lists pages of different types."""

    filterset_class = AnyTypeFilterSet


class SectionListingMenuItem(MenuItem):
    """Shown to everybody who has something to do with pages."""

    def is_shown(self, request):
        policy = policy_registry.get_by_type(Page)
        needed = SectionListingView.any_permission_required
        return policy.user_has_any_permission(request.user, needed)


class SectionListingViewSet(PageListingViewSet):
    """A flat list of all pages of a type, in the menu of the admin."""

    index_view_class = SectionListingView
    filterset_class = SectionFilterSet
    add_to_admin_menu = True
    menu_item_class = SectionListingMenuItem


def register_pages_of_any_type():
    return AnyTypeViewSet()
