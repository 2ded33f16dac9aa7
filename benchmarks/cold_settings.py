"""The settings of the site, with answers that are kept and never found again.

So each request pays for a miss in full: look, make, store. Its keys are others than those of the
server beside it, whose answers must stay.
"""

from config.settings import *  # noqa: F403
from config.settings import CACHES

ANSWER_CACHE_SECONDS = 0
CACHES["answers"]["KEY_PREFIX"] = "cold"
