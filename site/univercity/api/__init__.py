"""Both page APIs, v2 and v3, and what v3 adds: resolve, lists, search, changes, previews.

The JSON of a page is declared in ``api_fields`` and by its blocks (``content.representations``);
this app decides who may read what (``access``), answers every failure as a problem (RFC 9457,
``errors``) and describes it all (``openapi``). Sections make list endpoints of their own from
``lists``; ``config/api.py`` has all endpoints. Start with ``resolve/endpoint.py``.
"""
