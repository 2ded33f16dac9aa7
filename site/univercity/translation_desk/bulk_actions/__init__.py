"""Actions on many translations, chosen in the report on their state.

``actions`` says what each does to one translation, ``tasks`` does it in the background.
"""
