"""What the views of wagtail-localize ask for, before they run.

wagtail-localize asks for one permission to submit, and for the right to change the page in all
else. ``table.py`` says for each of its views what it asks for here; ``hooks.py`` puts that before.
"""
