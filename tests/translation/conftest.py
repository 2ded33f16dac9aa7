"""Fixtures of translation: a page of two sentences."""

import pytest

from tests.factories import StandardPageFactory
from tests.sentences import paragraphs, stream


@pytest.fixture
def page(home, english, translate):
    translate(home, slug="home")
    return StandardPageFactory(
        parent=home, title="Hinweise", body=stream(paragraphs("Eins.", "Zwei."))
    )
