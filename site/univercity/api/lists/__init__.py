"""What list endpoints share: language, choice of members, order and cursor."""
