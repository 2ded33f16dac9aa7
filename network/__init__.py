"""The section of the network: its mission statement (Leitbild) and its partners.

``models`` holds the pages and ``blocks`` what stands on them; ``serializers`` makes their JSON, and
``api`` is the endpoint ``/api/v3/partners/``. Other sections add to a partner's page by the hooks
``register_partner_api_fields`` and ``register_lists_on_partner_page``. Start with
``models/partner.py``.
"""
