"""The address of a page: fixed once it was public, and changed only on purpose, with a redirect."""
