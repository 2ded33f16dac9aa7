"""Stored answers as files, for a site without Redis."""

from django.core.cache.backends.filebased import FileBasedCache


class FileCache(FileBasedCache):
    """Django's file cache, which looks at its whole folder at every hundredth write only.

    Django does so at each one, to see whether there are too many files: with thousands of answers
    that takes longer than making most of them. A process may exceed ``MAX_ENTRIES`` by as much.
    """

    WRITES = 100
    written = 0

    def _cull(self) -> None:
        self.written += 1
        if self.written % self.WRITES == 0:
            super()._cull()
