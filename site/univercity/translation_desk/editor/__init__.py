"""The editor of translations: source, preview and texts side by side, and their review.

It stands in place of the editor of wagtail-localize, at the addresses of pages and snippets.
"""
