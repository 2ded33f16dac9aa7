"""Previews of what is not public yet, in the frontends that read the API and as HTML, by token.

An editor's preview panel leads to a frontend with a token (``modes``); ``opening`` issues such
tokens and says what one opens, and to whom it stays closed. Apps above ask ``opening.preview_of``
for the page that the token of a request shows. Start with ``opening.py``.
"""
