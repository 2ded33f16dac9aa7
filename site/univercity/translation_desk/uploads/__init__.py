"""Uploading a file and confirming what it would change, as exchange, memory and glossary do."""
