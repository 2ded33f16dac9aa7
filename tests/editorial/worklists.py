"""Reads the panels of the dashboard and the reports behind them, as people do."""

import datetime
import re

from bs4 import BeautifulSoup
from django.utils import timezone

from home.models import StandardPage

YEAR = datetime.timedelta(days=366)


def panel(client, name):
    """Return the text of a panel of the dashboard, as people read it."""
    response = client.get("/admin/")
    assert response.status_code == 200
    soup = BeautifulSoup(response.content, "html.parser")
    return soup.find("section", id=re.compile(f"dashboard-{name}")).get_text(" ", strip=True)


def report(client, name, **filters):
    response = client.get(f"/admin/reports/{name}/", filters)
    assert response.status_code == 200
    soup = BeautifulSoup(response.content, "html.parser")
    rows = soup.select("table.listing tbody tr")
    return [[cell.get_text(" ", strip=True) for cell in row.find_all("td")] for row in rows]


def publish(page):
    page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


def published_long_ago(page, ago=YEAR):
    publish(page)
    StandardPage.objects.filter(pk=page.pk).update(last_published_at=timezone.now() - ago)
    return page
