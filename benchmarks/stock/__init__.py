"""Wagtail as it comes, on our models and our database: what we compare ourselves with.

Only ever in a process of its own, because our apps change Wagtail when they start, and this takes
from our classes what they override.
"""
