"""What editors can insert, read from the forms of the running admin."""

import html
import re
from dataclasses import dataclass

from django.apps import apps
from wagtail.fields import StreamField
from wagtail.models import Page

from tests.block_walk import OUR_APPS
from tests.browser.admin_steps import find_pages

UNPACK = """values => {
  const offers = []
  const collect = (definition) => {
    for (const [group, children] of definition.groupedChildBlockDefs ?? []) {
      for (const { name, meta } of children) {
        offers.push([group, name, meta.label, meta.blockDefId, meta.isPreviewable])
      }
    }
    Object.values(definition.childBlockDefsByName ?? {}).forEach(collect)
    if (definition.childBlockDef) collect(definition.childBlockDef)
  }
  values.map(value => window.telepath.unpack(JSON.parse(value))).forEach(collect)
  return offers
}"""


@dataclass(frozen=True)
class Offer:
    """A block in a block chooser, under a heading; ``definition`` names it to the preview."""

    group: str
    name: str
    label: str
    definition: str
    previewable: bool


def our_models():
    return [model for label in OUR_APPS for model in apps.get_app_config(label).get_models()]


def page_types():
    """Return the page types of the site by name, such as ``home.HomePage``."""
    return [model._meta.label for model in our_models() if issubclass(model, Page)]


def forms_with_blocks(demo):
    """Yield the address of one form of the admin for each of our models that has a StreamField."""
    for model in our_models():
        if not any(isinstance(field, StreamField) for field in model._meta.get_fields()):
            continue
        if issubclass(model, Page):
            page = find_pages(demo, type=model._meta.label, locale="de")[0]
            yield f"{demo.url}/admin/pages/{page['id']}/edit/"
        else:
            yield f"{demo.url}/admin/snippets/{model._meta.label_lower.replace('.', '/')}/add/"


def blocks_on_offer(demo, page):
    """Return what the block choosers of all forms offer, each definition once."""
    offers = {}
    for address in forms_with_blocks(demo):
        form = page.goto(address).text()
        values = map(html.unescape, re.findall(r'data-w-block-data-value="([^"]*)"', form))
        for offer in page.evaluate(UNPACK, list(values)):
            offers.setdefault((offer[1], offer[2]), Offer(*offer))
    return list(offers.values())
