"""Stored answers as files, for a site without Redis."""

import os
from tempfile import NamedTemporaryFile
from typing import Any

from django.core.cache.backends.base import DEFAULT_TIMEOUT
from django.core.cache.backends.filebased import FileBasedCache


class FileCache(FileBasedCache):
    """Django's file cache, of which two things are ours.

    Django looks at its whole folder at each write, to see whether there are too many files: with
    thousands of answers that takes longer than making most of them. Here every hundredth write
    does, so a process may exceed ``MAX_ENTRIES`` by as much. And of several processes that add the
    same key at once, Django tells each that it was the first.
    """

    WRITES = 100
    written = 0

    def add(
        self, key: Any, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None
    ) -> bool:
        if self.has_key(key, version):  # deletes what is over
            return False
        self._createdir()
        with NamedTemporaryFile(dir=self._dir) as file:
            self._write_content(file, timeout, value)
            file.flush()
            try:
                os.link(file.name, self._key_to_file(key, version))  # whole, or not at all
            except FileExistsError:
                return False
        return True

    def _cull(self) -> None:
        self.written += 1
        if self.written % self.WRITES == 0:
            super()._cull()
