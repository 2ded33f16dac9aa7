"""The translation memory: what was translated before, on any page.

Every translation that wagtail-localize stores is in it, whatever page it belongs to; one that was
brought along from elsewhere belongs to none (its ``context`` is empty).
"""
