"""Tags with which the confirmation pages of Wagtail ask what becomes of translations."""

import re
from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from wagtail.models import Page

from univercity.translation_desk.source_page_actions import Act, followers

register = template.Library()

FORM = re.compile(r"<form[^>]*\bmethod=.post.[^>]*>", re.IGNORECASE)


@register.simple_tag(takes_context=True)
def translations_go_along(
    context: dict[str, Any], act: Act, page: Page, destination: Page | None = None
) -> SafeString:
    """Offer to do to the translations of ``page`` what is done to it."""
    found = followers(act, page, context["request"].user, destination)
    return render_to_string("translation_desk/followers.html", {"act": act, "followers": found})


@register.filter
def at_start_of_form(content: SafeString, fields: SafeString) -> SafeString:
    """Put fields into the form of a page of Wagtail that has no template block inside it."""
    start = FORM.search(content)
    if start is None:  # Wagtail does not let the page be deleted
        return content
    # Both are output of templates.
    return mark_safe(f"{content[: start.end()]}{fields}{content[start.end() :]}")
