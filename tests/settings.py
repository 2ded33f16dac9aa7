"""The real settings, made fast and quiet for tests."""

import os
import tempfile
from pathlib import Path

DATA_DIR = Path(tempfile.gettempdir()) / "univercity-bochum-tests"
os.environ["DEBUG"] = "1"
os.environ["DATA_DIR"] = str(DATA_DIR)

from config.settings import *  # noqa: E402, F403 - the environment above comes first

DEBUG = False
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
(DATA_DIR / "static").mkdir(parents=True, exist_ok=True)
