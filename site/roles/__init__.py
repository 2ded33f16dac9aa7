"""Who may do what: groups, the limits of partner editors, approval (docs/roles.md).

``table`` has the roles and their rights, ``setup`` makes groups and workflows of it, ``partners``
a group for each partner. ``confinement`` keeps partner editors to their own pages, ``models`` and
``approvals`` are the way of their changes to the editors. Start with ``table.py``.
"""
