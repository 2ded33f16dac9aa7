"""Lists of snippets that say how often each is used."""

from django.contrib.admin.utils import quote
from django.urls import reverse
from django.utils.translation import pgettext_lazy
from wagtail.admin.ui.tables import UsageCountColumn
from wagtail.models import ReferenceIndex
from wagtail.snippets.views.snippets import SnippetViewSet


class UsageColumn(UsageCountColumn):
    """On how many pages and snippets something is used, with the way to them."""

    def __init__(self):
        super().__init__("usage_count", label=pgettext_lazy("column", "Usage"))

    def get_cell_context_data(self, instance, parent_context):
        name = instance.snippet_viewset.get_url_name("usage")
        instance.usage_url = reverse(name, args=[quote(instance.pk)])
        return super().get_cell_context_data(instance, parent_context)


class UsedSnippetViewSet(SnippetViewSet):
    """A list for which ``UsageColumn()`` can be named in ``list_display``."""

    def get_queryset(self, request):
        usage = ReferenceIndex.usage_count_subquery(self.model)
        return self.model.objects.annotate(usage_count=usage)
