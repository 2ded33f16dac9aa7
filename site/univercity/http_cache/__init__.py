"""Public answers, HTML and API alike: validators, a shared store, and what drops them from it.

A view declares what its answer depends on with ``dependencies.depends_on``; the middleware stores
the answer under these surrogate keys, and ``invalidation`` drops it when ``content_changed`` names
one of them. Start with ``middleware.py``.
"""
