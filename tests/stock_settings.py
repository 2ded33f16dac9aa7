"""The settings of the tests, for Wagtail without our code (tests/api/test_traps_on_stock.py)."""

from benchmarks.stock.configuration import stock_settings
from tests import settings
from tests.settings import *  # noqa: F403

vars().update(stock_settings(vars(settings)))
