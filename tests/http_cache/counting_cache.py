"""The caches of the site, counting the commands that they are given."""

from django_redis.cache import RedisCache

from univercity.http_cache.file_cache import FileCache

COMMANDS = ("add", "delete", "get", "get_many", "incr", "set", "set_many")


def counted(name):
    def command(self, *args, **kwargs):
        outermost = not getattr(self, "at_work", False)
        if outermost:
            self.commands.append(name)
        self.at_work = True
        try:
            return getattr(super(type(self), self), name)(*args, **kwargs)
        finally:
            self.at_work = not outermost

    return command


def counting(backend):
    """Return ``backend`` with the list ``commands``; what a command calls itself is not counted."""

    class CountingCache(backend):
        def __init__(self, *args, **kwargs):
            super().__init__(*args, **kwargs)
            self.commands = []

    for name in COMMANDS:
        setattr(CountingCache, name, counted(name))
    return CountingCache


CountingFileCache = counting(FileCache)
CountingRedisCache = counting(RedisCache)
