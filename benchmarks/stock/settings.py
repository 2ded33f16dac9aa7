"""The settings of the site, with Wagtail as it comes."""

from benchmarks.stock.configuration import stock_settings
from config import settings
from config.settings import *  # noqa: F403 - all that is not about our code stays

vars().update(stock_settings(vars(settings)))
