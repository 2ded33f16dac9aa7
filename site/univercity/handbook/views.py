"""The handbooks and their pictures, for everybody who may open the admin."""

from django.http import FileResponse, Http404
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from univercity.handbook.document import PICTURES, read_handbook

TITLES = {"redaktion": _("Handbook"), "uebersetzung": _("Handbook for translators")}


class HandbookView(WagtailAdminTemplateMixin, TemplateView):
    handbook = "redaktion"  #: which one, of ``document.SOURCES``
    header_icon = "help"
    template_name = "univercity/handbook.html"

    def get_page_title(self):
        return TITLES[self.handbook]

    def get_breadcrumbs_items(self):
        return []

    def get_context_data(self, **kwargs):
        return super().get_context_data(handbook=read_handbook(self.handbook), **kwargs)


def picture(request, name):
    """Serve a picture of a handbook; ``name`` is one of its files, never a path."""
    path = PICTURES / f"{name}.png"
    if not path.is_file():
        raise Http404
    return FileResponse(path.open("rb"), content_type="image/png")
