"""Naming what links to a page, where the admin asks before the page goes."""

from django import template

from univercity.editorial.link_check.internal import find_links_to

register = template.Library()

#: So many are named; the rest is counted.
NAMED = 10


@register.inclusion_tag("editorial/linking_pages.html", takes_context=True)
def linking_pages(context, page):
    """Name what links to ``page`` or below it, and count what the user may not edit."""
    named, hidden = find_links_to(page, context["request"].user)
    return {"named": named[:NAMED], "more": len(named) - NAMED, "hidden": hidden}
