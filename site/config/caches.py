"""The caches: one for everybody, one for public answers, one that counts requests."""

from pathlib import Path
from typing import Any


def read_caches(env: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Return Django's setting ``CACHES``: on Redis where ``REDIS_URL`` names one, else embedded."""
    return redis_caches(env["REDIS_URL"]) if env["REDIS_URL"] else embedded_caches(env["DATA_DIR"])


def redis_caches(address: str) -> dict[str, dict[str, Any]]:
    options = {"SOCKET_CONNECT_TIMEOUT": 1, "SOCKET_TIMEOUT": 1}
    redis = {"BACKEND": "django_redis.cache.RedisCache", "LOCATION": address}
    # An outage is a cache miss, not an error ...
    tolerant = {**redis, "OPTIONS": {**options, "IGNORE_EXCEPTIONS": True}}
    # ... except for answers, because what was not dropped must be dropped later.
    strict = {**redis, "OPTIONS": {**options, "IGNORE_EXCEPTIONS": False}}
    return {
        "default": tolerant,
        "answers": {**strict, "KEY_PREFIX": "answers"},
        "throttling": {**tolerant, "KEY_PREFIX": "throttling"},
    }


def embedded_caches(data_dir: str) -> dict[str, dict[str, Any]]:
    local = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
    # Seen by all processes: what one drops, no other may serve (univercity/http_cache/store.py).
    files = {
        "BACKEND": "univercity.http_cache.file_cache.FileCache",
        "LOCATION": Path(data_dir).resolve() / "answers",
        "OPTIONS": {"MAX_ENTRIES": 5000},
    }
    # Apart, so that many addresses do not push pages out of the cache.
    counters = {**local, "LOCATION": "throttling", "OPTIONS": {"MAX_ENTRIES": 10_000}}
    return {"default": local, "answers": files, "throttling": counters}
