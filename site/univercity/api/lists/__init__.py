"""What the list endpoints of API v3 share: language, order and cursor, choice of members."""
