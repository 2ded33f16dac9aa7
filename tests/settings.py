"""The real settings, made fast and quiet for tests; only the services come from outside."""

import atexit
import os
import tempfile
from pathlib import Path

from config.environment import VARIABLES

data_dir = tempfile.TemporaryDirectory(prefix="univercity-tests-")
atexit.register(data_dir.cleanup)
for name in VARIABLES.keys() - {"DATABASE_URL", "REDIS_URL"}:
    os.environ.pop(name, None)
os.environ["DEBUG"] = "1"
os.environ["DATA_DIR"] = data_dir.name

from config.settings import *  # noqa: E402, F403 - the environment above comes first
from config.settings import CACHES, LOGGING  # noqa: E402

DEBUG = False
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
for alias, cache in CACHES.items():
    cache["KEY_PREFIX"] = f"{alias}-tests-{os.getpid()}"  # runs may share a Redis database
LOGGING["loggers"]["wagtail"] = {"level": "WARNING"}  # it tells of every page
API_RATE_PER_ADDRESS = API_RATE_PER_TOKEN = "0"  # the tests ask from one address
Path(data_dir.name, "static").mkdir()
