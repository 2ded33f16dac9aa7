"""The decision that a page is not translated into some language."""
