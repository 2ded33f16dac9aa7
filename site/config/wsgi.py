"""The WSGI entry point: ``gunicorn config.wsgi``."""

import gc
import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
application = get_wsgi_application()

# What is loaded stays. To look through all of it for garbage takes 0.15 s, amid a request.
get_resolver().url_patterns  # noqa: B018 - loads the views and their schemas as well
gc.collect()
gc.freeze()
# A page makes thousands of objects, and nearly all go without it: look for cycles once in a request
# or two, not ten times in each.
gc.set_threshold(10_000)
