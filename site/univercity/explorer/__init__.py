"""Lists of pages in the admin: columns and filters that every section has."""
