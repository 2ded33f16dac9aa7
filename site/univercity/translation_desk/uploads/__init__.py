"""Files that people upload, shared by all that reads any: exchange, memory, glossary."""
