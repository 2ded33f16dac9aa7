"""Opening a preview as the editor's panel does, and reading what its token shows."""

from urllib.parse import parse_qs, urlsplit

from wagtail.models import Site
from wagtail.test.utils.form_data import nested_form_data

from univercity.models import Frontend

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
