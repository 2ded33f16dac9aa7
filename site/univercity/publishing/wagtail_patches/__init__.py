"""What this app replaces in Wagtail; each module's ``connect`` puts it in place.

- ``redirects``: which redirects are made when a page gets another address
- ``transactions``: what one act of an editor does is one transaction

``tests/publishing/test_wagtail_patches.py`` shows for each function what it does and what Wagtail's
own does instead.
"""
