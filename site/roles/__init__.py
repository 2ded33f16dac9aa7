"""Who may do what: groups, the limits of partner editors, approval (docs/roles.md)."""
