"""Links to pages, documents and snippets in the language of the reader, and rich text with them."""
