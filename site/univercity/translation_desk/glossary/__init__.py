"""The glossary in the admin, and as CSV."""
