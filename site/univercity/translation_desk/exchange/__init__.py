"""Texts to translate as files for other tools, and back: XLIFF 1.2 and 2.1, PO.

A file goes out through ``selection``, ``documents`` and ``export``. It comes back through
``parsing``, ``plan`` and ``apply``: what it says is compared with the texts as they are now, and
only what certainly belongs is written. ``formats`` has a module for each format.
"""
