"""Settings for wagtail-localize without our code (tests/translation/test_defects_on_stock.py)."""

from tests.stock_settings import *  # noqa: F403

for name in [name for name in globals() if name.startswith("WAGTAILLOCALIZE_")]:
    del globals()[name]

# Our own templates of the admin link to our views.
TEMPLATES = [{**TEMPLATES[0], "DIRS": []}]  # noqa: F405
