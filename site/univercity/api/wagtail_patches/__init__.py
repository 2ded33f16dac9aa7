"""What is replaced in Wagtail's API v3 and in its views for tokens.

- ``schemas``: values are typed as their serializers are annotated; before the schemas are built
- ``operations``: who asks, what ``pages`` reads and finds, what a preview token opens;
  ``config/api.py`` puts it in place once the routers are there
- ``token_views``: tokens in the admin have a scope and can be rotated

Each function names the reason, the thread upstream where one is known, and its test. Those of
``tests/api/test_traps.py`` fail on Wagtail alone: ``test_traps_on_stock.py`` runs them there. The
others, in ``tests/api/test_wagtail_patches.py``, call the function that is replaced.
"""
