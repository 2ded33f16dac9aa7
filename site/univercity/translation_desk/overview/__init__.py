"""The report "State of translations": pages and snippets by language."""
