from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CalendarPagesConfig(AppConfig):
    name = "calendar_pages"
    verbose_name = _("Calendar")
