"""Links to pages, documents and snippets, in the language of the reader; rich text with them."""
