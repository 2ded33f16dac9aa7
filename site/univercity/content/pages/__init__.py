"""The base of all page types, its slug and form, its metadata, and the navigation around it."""
