"""The glossary: how words are translated; in the admin, and as CSV."""
