"""Admin of what is kept once and used on many pages."""

from django.utils.translation import pgettext_lazy
from wagtail.admin.ui.tables import LocaleColumn, UpdatedAtColumn
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from univercity.models import PageTemplate, Person, SharedContent
from univercity.usage import UsageColumn, UsedSnippetViewSet


class PersonViewSet(UsedSnippetViewSet):
    model = Person
    icon = "user"
    list_display = ["name", "role", "institution", LocaleColumn(), UsageColumn()]
    list_filter = ["institution", "live"]


class SharedContentViewSet(UsedSnippetViewSet):
    model = SharedContent
    icon = "copy"
    list_display = ["name", LocaleColumn(), UpdatedAtColumn(), UsageColumn()]
    list_filter = ["live"]


class PageTemplateViewSet(SnippetViewSet):
    model = PageTemplate
    icon = "doc-empty"
    list_display = ["name", "description", "page"]


@register_snippet
class ReusableViewSetGroup(SnippetViewSetGroup):
    """What editors keep once for many pages."""

    items = (PersonViewSet, SharedContentViewSet, PageTemplateViewSet)
    menu_label = pgettext_lazy("menu", "Library")
    menu_name = "reusable"
    menu_icon = "snippet"
    menu_order = 310
