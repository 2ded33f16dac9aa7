"""The report "State of translations": pages and snippets by language, with what is done to them."""
