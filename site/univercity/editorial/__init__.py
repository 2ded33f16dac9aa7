"""The editors' desk: dashboard, lists of pages, checks of content and links, templates, handbook.

The sections make their own lists of pages from ``explorer``; nothing below knows of this app.
``wagtail_hooks.py`` is the table of what it adds to the admin. Start with
``dashboard/worklists.py``.
"""
