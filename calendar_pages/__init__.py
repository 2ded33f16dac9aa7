"""The section of the calendar: events, their dates, venues and vocabularies.

``models`` holds what an event is made of and ``blocks`` what stands on its page; ``serializers``
makes their JSON, ``listing`` chooses what lists show, and ``api`` is the endpoint
``/api/v3/events/``. Start with ``models/event.py``.
"""
