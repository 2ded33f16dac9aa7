"""The editors' desk: dashboard, lists of pages, checks of content and links, templates, handbook.

Nothing below knows of it; ``wagtail_hooks.py`` lists what it adds to the admin. Start with
``dashboard/worklists.py``.
"""
