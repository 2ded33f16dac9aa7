"""How the answer of a page says what it depends on."""

from django.http import HttpRequest
from wagtail import hooks
from wagtail.models import Page

from univercity.http_cache.dependencies import depends_on_page


@hooks.register("before_serve_page", order=100)  # after Wagtail's: a closed page never gets here
def declare_page(page: Page, request: HttpRequest, args: list[str], kwargs: dict[str, str]) -> None:
    depends_on_page(request, page)
