"""Opening a preview as the editor's panel does, and reading what its token shows."""

import datetime
from urllib.parse import parse_qs, urlsplit

from django.utils import timezone
from wagtail.models import Page, Site
from wagtail.test.utils.form_data import nested_form_data

from home.models import StandardPage
from tests.forms import FORMS, page_form
from univercity.previews.models import Frontend

ADDRESS = "https://app.example.org/preview?token={token}&path={path}&locale={locale}"


def make_frontend(name="Campus-App", address=ADDRESS):
    return Frontend.objects.create(site=Site.objects.get(), name=name, address=address)


def open_in(client, address, frontend, form=None):
    """Return where the preview panel is led after it has sent ``form``, or shown what is stored."""
    if form is not None:
        answer = client.post(address, nested_form_data(form)).json()
        assert answer == {"is_valid": True, "is_available": True}
    response = client.get(address, {"mode": f"frontend-{frontend.pk}", "in_preview_panel": "true"})
    assert response.status_code == 302
    return response


def token_in(response):
    """Return the token in the address that a response leads to."""
    [token] = parse_qs(urlsplit(response["Location"]).query)["token"]
    return token


def edit_address(page):
    return f"/admin/pages/{page.pk}/edit/preview/"


def draft_address(page):
    return f"/admin/pages/{page.pk}/view_draft/"


HEADERS = {
    "Cache-Control": "private, no-store",
    "X-Robots-Tag": "noindex",
    "Referrer-Policy": "no-referrer",
}


def unsaved(title="Nachher", **fields):
    return page_form(title, **{"slug": "seite", **FORMS[StandardPage], **fields})


def answers(page, token):
    """Return each way to hand in a token: address, query and headers."""
    header = {"X-Preview-Token": token}
    return {
        "v2 by query": (f"/api/v2/pages/{page.pk}/", {"preview_token": token}, {}),
        "v2 by header": (f"/api/v2/pages/{page.pk}/", {}, header),
        "v3 by query": (f"/api/v3/pages/{page.pk}/", {"preview_token": token}, {}),
        "v3 by header": (f"/api/v3/pages/{page.pk}/", {}, header),
        "preview by query": ("/api/v3/preview/", {"token": token}, {}),
        "preview by header": ("/api/v3/preview/", {}, header),
    }


def ask(reader, page, token, way="preview by header"):
    address, query, headers = answers(page, token)[way]
    return reader.get(address, query, headers=headers)


def page_in(response):
    """Return the page of an answer, which /preview/ answers as /resolve/ does."""
    answer = response.json()
    return answer.get("page", answer)


def problem_of(response):
    assert response["Content-Type"] == "application/problem+json"
    assert {name: response[name] for name in HEADERS} == HEADERS
    return response.status_code, response.json()["type"]


def pass_time(monkeypatch, **duration):
    now, later = timezone.now, datetime.timedelta(**duration)
    monkeypatch.setattr(timezone, "now", lambda: now() + later)


WAYS = sorted(answers(Page(pk=1), ""))
