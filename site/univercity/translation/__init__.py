"""What makes translations trustworthy: segments, states, the gate before publication, provenance.

wagtail-localize stores texts and translations; ``localize_patches`` holds what is changed in it.
``gate`` is what keeps incomplete translations offline, ``source_changes`` says what
a publication in German does to them, ``state`` how far each is. Start with ``gate.py``.
"""
