"""What translators work with: editor, overview, jobs, memory, glossary, hints, machine, files.

Each sub-package is one tool; ``wagtail_hooks.py`` lists what they add to the admin. ``guards``
stands before the views of wagtail-localize. Start with ``editor/views.py`` for one translation, or
``overview/views.py`` for all of them.
"""
