"""The block library as editors find it: complete at every depth, in both languages, in order."""

import re
from collections import Counter

import pytest
from django.apps import apps
from django.utils import translation
from wagtail import blocks
from wagtail.images.blocks import ImageBlock
from wagtail.models import get_page_models

from tests.block_walk import (
    OUR_APPS,
    all_blocks,
    choices_of,
    description_of,
    fields_of_blocks,
    help_of,
    layout_groups,
    menus,
    offered_blocks,
    words_of,
)
from univercity.content.blocks import base
from univercity.content.blocks.social import PLATFORMS

#: Words of ours that are the same in German and English.
IDENTICAL = {
    "Audio",
    "Film",
    "Format",
    "Leitbild",
    "Link",
    "Links",
    "Newsletter",
    "Online",
    "Partner",
}
IDENTICAL |= {"Person", "Leitbilder", "Status", "Text", "Video", "Website"}
#: Names that no language translates.
NAMES = {name for _value, name in PLATFORMS}

PAGE_TYPES = [model for model in get_page_models() if model._meta.app_label in OUR_APPS]


def in_both_languages(text):
    """Return whether a text is there and a translated one, or a known exception."""
    if not text:
        return False
    versions = []
    for language in ("de", "en"):
        with translation.override(language):
            versions.append(str(text))
    return versions[0] != versions[1] or versions[0] in IDENTICAL | NAMES


def paths(pairs, is_right):
    """Return the paths of the blocks that are not right."""
    return sorted({path for path, block in pairs if not is_right(block)})


def test_every_block_has_a_label_in_both_languages():
    assert paths(all_blocks(), lambda block: in_both_languages(block.meta.label)) == []


def test_every_block_of_a_menu_is_described_in_both_languages():
    assert paths(offered_blocks(), lambda block: in_both_languages(description_of(block))) == []


def test_every_block_of_a_menu_has_group_icon_and_preview():
    def is_complete(block):
        return block.meta.group in base.ORDER and block.meta.icon and block.is_previewable

    assert paths(offered_blocks(), is_complete) == []


def test_every_field_of_a_block_has_help_in_both_languages():
    offered = {path for path, _block in offered_blocks()}
    fields = [(path, block) for path, block in fields_of_blocks() if path not in offered]

    assert paths(fields, lambda block: in_both_languages(help_of(block))) == []


def test_every_choice_and_group_of_fields_is_named_in_both_languages():
    def is_named(block):
        headings = [group.heading for group in layout_groups(block)]
        return all(in_both_languages(text) for text in [*choices_of(block), *headings])

    assert paths(all_blocks(), is_named) == []


def test_no_word_of_a_block_stays_untranslated():
    assert paths(all_blocks(), lambda block: all(map(in_both_languages, words_of(block)))) == []


def test_menus_have_at_most_nine_blocks_a_group_in_the_order_of_the_groups():
    for path, menu in menus():
        order = [base.ORDER.index(block.meta.group) for block in menu.ordered_child_blocks()]
        assert order == sorted(order), path
        assert max(Counter(order).values()) <= 9, path


def test_every_block_with_fields_says_what_it_holds_when_collapsed():
    def says_what_it_holds(block):
        if not isinstance(block, blocks.StructBlock) or isinstance(block, ImageBlock):
            return True
        names = re.findall(r"\{(\w+)\}", block.meta.label_format or "")
        return names and set(names) <= block.child_blocks.keys()

    assert paths(all_blocks(), says_what_it_holds) == []


@pytest.mark.parametrize("model", PAGE_TYPES, ids=lambda model: model.__name__)
def test_page_type_is_named_and_described_in_both_languages(model):
    options = model._meta

    texts = [model.page_description, options.verbose_name, options.verbose_name_plural]
    assert [str(text) for text in texts if not in_both_languages(text)] == []


@pytest.mark.parametrize("label", OUR_APPS)
def test_every_field_of_a_model_is_named_in_both_languages(label):
    unnamed = [
        str(field)
        for model in apps.get_app_config(label).get_models()
        for field in model._meta.local_fields
        if field.editable and field.help_text and not in_both_languages(field.verbose_name)
        if field.model.__module__.split(".")[0] in OUR_APPS and is_ours(field)
    ]

    assert unnamed == []


def is_ours(field):
    """Return whether the field is declared by us, not inherited from the framework."""
    bases = [base for base in field.model.__mro__[1:] if base.__module__.startswith("wagtail")]
    bases += [base for base in field.model.__mro__[1:] if base.__module__.startswith("django")]
    inherited = {
        inherited.name
        for base in bases
        if hasattr(base, "_meta")
        for inherited in base._meta.fields
    }
    return field.name not in inherited
