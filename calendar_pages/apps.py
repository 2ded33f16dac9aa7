from django.apps import AppConfig, apps
from django.utils.translation import gettext_lazy as _
from wagtail.api import APIField


class CalendarPagesConfig(AppConfig):
    name = "calendar_pages"
    verbose_name = _("Calendar")

    def ready(self):
        # What partners organise is told here, because the section of partners knows no events.
        # This app stands before wagtail.api.v3, which reads all api_fields once.
        from calendar_pages.api import PartnerEventsField  # noqa: PLC0415 - needs loaded models
        from calendar_pages.listing import list_of_dates  # noqa: PLC0415 - needs loaded models

        partner_page = apps.get_model("network.PartnerPage")
        partner_page.api_fields.append(APIField("events", serializer=PartnerEventsField()))
        partner_page.shown_lists += (lambda partner: [list_of_dates(partner)],)
