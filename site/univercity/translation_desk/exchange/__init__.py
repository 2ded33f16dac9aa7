"""Texts to translate as files for other tools, and back: XLIFF 1.2 and 2.1, PO.

A file goes out through ``export`` and comes back through ``reading``, ``plan`` and ``apply``: what
is read is compared with the texts as they are now, and only what certainly belongs is written.
"""
