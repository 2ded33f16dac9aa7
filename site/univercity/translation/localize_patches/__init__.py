"""Every function of wagtail-localize, and of Wagtail for its sake, that is replaced.

One module a subject, each function with the defect behind it.
``tests/translation/test_defects_on_stock.py`` tells when one is no longer needed.
"""
