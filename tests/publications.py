"""Publishing pages in tests, and what stands in them."""

import json

from django.test import TestCase
from wagtail.models import Locale, Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource
from wagtail_localize.operations import translate_object

from tests.sample_content import raw
from univercity.publishing.models import PendingChange
from univercity.translation.state.recompute import recompute
from univercity.translation.units import units_of, write_unit

SITEMAP = "/sitemap.xml"


def commit(work, *arguments, **named):
    """Do something in a transaction of its own."""
    PendingChange.objects.all().delete()  # what the test built before
    with TestCase.captureOnCommitCallbacks(execute=True):
        return work(*arguments, **named)


def publish_in_english(page, locale=None):
    """Translate a page text by text, publish it and return it."""
    locale = locale or make_english()
    commit(translate_object, page, [locale])
    translation = Translation.objects.get(
        source__object_id=page.translation_key, target_locale=locale
    )
    for unit in units_of([translation]):
        write_unit(unit, f"English {unit.source}", user=None)
    translation.save_target(publish=False)
    target = translation.get_target_instance()
    commit(lambda: target.get_latest_revision().publish())
    return type(page).objects.get(pk=target.pk)


def publish(page):
    type(page).objects.get(pk=page.pk).save_revision().publish()


def revise(page, **fields):
    """Publish a page with other content."""
    page = type(page).objects.get(pk=page.pk)
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision().publish()


def translate_page(page, **fields):
    """Translate a page with its texts in brackets, publish it and return it."""
    translation = page.copy_for_translation(make_english(), copy_parents=True)
    translation.title = f"[{page.title}]"
    for name, value in fields.items():
        setattr(translation, name, value)
    translation.save_revision().publish()
    recompute(Page, [page.translation_key])  # as after a commit
    return type(page).objects.get(pk=translation.pk)


def translate_snippet(snippet, **fields):
    """Make the English version of a snippet, public at once, and return it."""
    translation = snippet.copy_for_translation(make_english())
    for name, value in fields.items():
        setattr(translation, name, value)
    translation.live = True
    translation.save()
    return translation


def make_english():
    return Locale.objects.get_or_create(language_code="en")[0]


def body(*blocks):
    return json.dumps(raw(blocks))


def link_to(page):
    return body(("text", f'<p><a linktype="page" id="{page.pk}">dorthin</a></p>'))


def translated(page, locale):
    """Return ``page`` in another language, made and published by wagtail-localize."""
    page.save_revision().publish()
    source, _created = TranslationSource.update_or_create_from_instance(page)
    translation = Translation.objects.create(source=source, target_locale=locale)
    for segment in StringSegment.objects.filter(source=source):
        StringTranslation.objects.create(
            translation_of=segment.string, locale=locale, context=segment.context, data="x"
        )
    translation.save_target(publish=False)
    version = page.get_translation(locale)
    version.get_latest_revision().publish()
    return type(page).objects.get(pk=version.pk)
