"""Dates in the admin: written by its widgets and read again, in the language of each account."""

import datetime

import pytest
from django.core.management import call_command
from django.utils import timezone
from wagtail.test.utils.form_data import nested_form_data

from calendar_pages.models import EventPage
from tests.accounts import make_account
from tests.forms import FORMS, add_address, page_form

DAY = datetime.date(2031, 3, 4)
MOMENT = timezone.make_aware(datetime.datetime(2031, 2, 3, 8, 30))


@pytest.mark.parametrize("language", ["de", "en"])
def test_dates_are_saved_as_the_widgets_write_them(client, calendar, language):
    client.force_login(make_account("chef", language=language, is_superuser=True))
    address = add_address(EventPage, calendar)
    page = client.get(address).context["form"].fields
    date = client.get(address).context["form"].formsets["dates"].empty_form.fields
    form = nested_form_data(page_form("Abend", **FORMS[EventPage]))
    form |= {
        "go_live_at": page["go_live_at"].widget.format_value(MOMENT),
        "registration_opens": page["registration_opens"].widget.format_value(MOMENT),
        "dates-0-start_date": date["start_date"].widget.format_value(DAY),
        "action-publish": "1",
    }

    response = client.post(address, form)

    assert response.status_code == 302, response.context["form"].errors
    event = EventPage.objects.get(title="Abend")
    assert event.scheduled_revision.approved_go_live_at == MOMENT
    assert event.dates.get().start_date == DAY
    assert event.registration_opens == MOMENT


def test_wagtail_finds_the_formats_of_all_languages_in_order(settings):
    """It asks only where this setting is on, which Django no longer has, or in its next release."""
    settings.USE_L10N = True

    call_command("check", "--tag", "datetime_format")
