"""What translators work with: editor, overview, assignments, memory, glossary, hints, files.

Each folder is one tool; ``wagtail_hooks.py`` lists what they add to the admin, and
``pyproject.toml`` the order in which they import each other. ``guards`` stands before the views of
wagtail-localize. Start with ``editor/views.py`` for one translation, or ``overview/views.py`` for
all of them.
"""
