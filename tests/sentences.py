"""German pages of sentences, and how far their translations are."""

import json

from wagtail_localize.models import Translation

from tests.sample_content import raw
from univercity.translation.models import TranslationState, TranslationStatus
from univercity.translation.units import UnitState, units_of

ITEM = "a5c2b0f0-0000-4000-8000-000000000001"


def paragraphs(*sentences):
    return ("text", "".join(f"<p>{sentence}</p>" for sentence in sentences))


def stream(*blocks):
    """Return a stream whose blocks are known by their place."""
    return json.dumps(raw(blocks))


def numbered(*texts):
    """Return a stream of texts whose blocks are known by their number."""
    return json.dumps(
        [
            {"type": "text", "value": f"<p>{text}</p>", "id": f"{ITEM[:-1]}{number}"}
            for number, text in texts
        ]
    )


def again(page):
    return type(page).objects.get(pk=page.pk)


def units(page):
    return units_of(Translation.objects.filter(source__object_id=page.translation_key))


def open_texts(page):
    return [unit.source for unit in units(page) if unit.state == UnitState.OPEN]


def status_of(page, language="en"):
    return TranslationStatus.objects.get(
        translation_key=page.translation_key, locale__language_code=language
    )


def state_of(page, language="en"):
    return TranslationState(status_of(page, language).state)
