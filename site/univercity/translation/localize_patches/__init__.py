"""What is replaced of wagtail-localize 1.14.5, and of Wagtail for translation's sake.

Each module's ``connect`` puts it in place:

- ``extraction``: which texts are taken out of blocks and rich text
- ``segments``: how they are stored, in few queries
- ``fallbacks``: what a version shows where a text is not translated
- ``publishing``: what may be published, and with which texts
- ``new_pages``: no page in another language alone
- ``placeholders``: pages in the language of the source stay offline in other ones
- ``texts_of_no_page``: the translation memory has texts that belong to no page

Each function names the defect, the thread upstream where one is known, and its test. Those of
``tests/translation/test_defects.py`` fail on wagtail-localize alone: ``test_defects_on_stock.py``
runs them there, and so tells when a release mends something.
"""
