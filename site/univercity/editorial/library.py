"""The menu "Library": people, shared content and page templates, kept once for many pages."""

from django.utils.translation import pgettext_lazy
from wagtail.admin.ui.tables import LocaleColumn, UpdatedAtColumn
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from univercity.content.snippets.people import Person
from univercity.content.snippets.shared_content import SharedContent
from univercity.content.snippets.usage import UsageColumn, UsedSnippetViewSet
from univercity.editorial.models import PageTemplate


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


class ReusableViewSetGroup(SnippetViewSetGroup):
    """What editors keep once for many pages."""

    items = (PersonViewSet, SharedContentViewSet, PageTemplateViewSet)
    menu_label = pgettext_lazy("menu", "Library")
    menu_name = "reusable"
    menu_icon = "snippet"
    menu_order = 310
