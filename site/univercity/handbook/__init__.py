"""The editors' handbook, readable inside the admin."""
