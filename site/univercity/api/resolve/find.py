"""Wagtail's ``find`` of API v3, which knows the paths of the source language only."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest
from ninja import Router
from wagtail.api.validators import SiteFilterValidator

from univercity.api.resolve.lookup import find_page

FIND = "/find/"


def find_in_every_language(router: Router) -> None:
    """Make ``find`` of the pages' ``router`` take the public path of every language."""
    [operation] = router.path_operations[FIND].operations
    operation.view_func = with_public_path(operation.view_func)


def with_public_path(find: Callable[..., Any]) -> Callable[..., Any]:
    """Call ``find`` with the id of the page at ``html_path``; it still decides who may read it."""

    @wraps(find)
    def find_by_public_path(
        request: HttpRequest, *, id: int | None = None, html_path: str | None = None, **rest: Any
    ) -> Any:
        if html_path:
            site = SiteFilterValidator(site=rest.get("site"), request=request).site_obj
            page = find_page(site, html_path)
            id = page.pk if page else id
        return find(request, id=id, html_path=None, **rest)

    return find_by_public_path
