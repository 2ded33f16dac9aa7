"""Guards before the views of wagtail-localize: what each asks for before it runs.

wagtail-localize asks for one permission to submit, and for the right to change the page in all
else. ``table.py`` says for each of its views what it asks for here; ``views.py`` puts
that before them.
"""
