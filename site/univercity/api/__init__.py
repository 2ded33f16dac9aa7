"""Both page APIs, v2 and v3, and what v3 adds: resolve, lists, search, changes, previews.

The JSON of a page is declared in ``api_fields`` and by its blocks (``content.representations``);
this app decides who may read what (``access``, ``readable``), answers every failure as a problem
(RFC 9457, ``errors``) and describes it all (``openapi``). ``config/api.py`` lists the endpoints.
Start with ``resolve/endpoint.py``.
"""
