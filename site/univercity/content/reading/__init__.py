"""What an answer shows, read together: each thing once, in as few queries as possible."""
