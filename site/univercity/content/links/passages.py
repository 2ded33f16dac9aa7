"""Passages in another language of the site, marked so that screen readers pronounce them well.

Stored and shown as ``<span lang="en">`` (WCAG 2.2, success criterion 3.1.2, Language of Parts).
"""

from django.conf import settings
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.rich_text.converters.html_to_contentstate import InlineStyleElementHandler
from wagtail.admin.rich_text.editors.draftail.features import InlineStyleFeature

from univercity.content.links.rich_text import PASSAGES


def register_passages(features):
    names = dict(settings.LANGUAGES)
    for code, feature in PASSAGES.items():
        style = feature.upper()
        button = {
            "type": style,
            "label": code.upper(),
            "description": format_lazy(_("Passage in {language}"), language=names[code]),
            "style": {"borderBottom": "2px dotted"},
        }
        features.register_editor_plugin("draftail", feature, InlineStyleFeature(button))
        rule = {
            "from_database_format": {f'span[lang="{code}"]': InlineStyleElementHandler(style)},
            "to_database_format": {
                "style_map": {style: {"element": "span", "props": {"lang": code}}}
            },
        }
        features.register_converter_rule("contentstate", feature, rule)
