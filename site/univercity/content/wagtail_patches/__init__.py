"""What this app replaces in Wagtail and its libraries; each module's ``connect`` puts it in place.

- ``indexing``: the search index and the index of references are written once per block of saves
- ``lookups``: sites, languages, addresses and child relations are looked up once per answer

``publishing/wagtail_patches/``, ``translation/localize_patches/`` and ``api/wagtail_patches/``
hold what the other apps replace. ``tests/content/test_wagtail_patches.py`` shows for each function
here what it does and what Wagtail's own does instead.
"""
