"""The base of all page types: teaser, address, navigation, metadata."""
