"""A page in translation, those who work on it, and what they do in the editor."""

import json
import re

from bs4 import BeautifulSoup
from wagtail_localize.models import Translation
from wagtail_localize.operations import translate_object

from tests.sample_content import raw
from univercity.translation.units import units_of, write_unit
from univercity.translation_desk.editor.texts import Desk


def text_body(*paragraphs):
    return json.dumps(raw([("text", "".join(f"<p>{text}</p>" for text in paragraphs))]))


class InTranslation:
    """A page or snippet handed to translation, as tests work on it."""

    def __init__(self, source, locale):
        translate_object(source, [locale])
        self.translation = Translation.objects.get(
            source__object_id=source.translation_key, target_locale=locale
        )

    @property
    def target(self):
        return self.translation.get_target_instance()

    @property
    def address(self):
        return self.translation.get_target_instance_edit_url()

    def unit(self, source):
        units = {unit.source: unit for unit in units_of([self.translation])}
        return units[source]

    def row(self, source):
        return Desk(self.translation).rows[self.unit(source).key]

    def write(self, *sources, tool="", text="English {}"):
        """Translate the texts with these sources; all, where none is named."""
        for unit in units_of([self.translation]):
            if not sources or unit.source in sources:
                write_unit(unit, text.format(unit.source), user=None, tool=tool)

    def form(self, **texts):
        """Return the fields of the form for texts by source, as a browser sends them."""
        fields = {}
        for source, text in texts.items():
            row = self.row(source)
            fields |= {f"text-{row.key}": text, f"shown-{row.key}": row.revision}
        return fields

    def save(self, client, source, text, act="save", shown=None):
        """Save one text as the script of the editor does."""
        row = self.row(source)
        fields = {"key": row.key, "text": text, "act": act}
        fields["shown"] = row.revision if shown is None else shown
        return client.post(f"/admin/translation/{self.translation.pk}/text/", fields)

    def ask(self, client, name, source, method="get", **fields):
        address = f"/admin/translation/{self.translation.pk}/{name}/"
        return getattr(client, method)(address, {"key": self.unit(source).key, **fields})

    def preview(self, client, which="target", **unsaved):
        address = f"/admin/translation/{self.translation.pk}/preview/{which}/"
        if not unsaved:
            return BeautifulSoup(client.get(address).content, "html.parser")
        response = client.post(address, self.form(**unsaved))
        return BeautifulSoup(response.content, "html.parser")


def soup(response):
    return BeautifulSoup(response.content, "html.parser")


def messages(response):
    """Return what the admin says at the head of a page."""
    items = soup(response).select(".messages [data-w-messages-target=container] li")
    return [re.sub(r"\s+", " ", item.get_text(" ", strip=True)) for item in items]


def segment(response, row):
    return soup(response).find(id=f"segment-{row.key}")
