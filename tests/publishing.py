"""Publishing pages in tests, and what stands in them."""

import json

from tests.content import raw

SITEMAP = "/sitemap.xml"


def publish(page):
    type(page).objects.get(pk=page.pk).save_revision().publish()


def revise(page, **fields):
    """Publish a page with other content."""
    page = type(page).objects.get(pk=page.pk)
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision().publish()


def body(*blocks):
    return json.dumps(raw(blocks))


def link_to(page):
    return body(("text", f'<p><a linktype="page" id="{page.pk}">dorthin</a></p>'))
