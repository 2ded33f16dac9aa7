"""What every page is made of: media, links, blocks, snippets, settings and the base page.

The apps above and the sections build on ``pages.base.BasePage`` and on the menus of ``blocks``;
``representations`` holds the JSON shapes that both APIs answer, and ``reading`` reads everything
that an answer shows in few queries. Start with ``pages/base.py``, then ``blocks/__init__.py``.
"""
