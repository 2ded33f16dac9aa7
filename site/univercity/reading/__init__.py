"""What an answer shows, read together: each thing once, in as few queries as possible."""

from univercity.reading.answer import once_per_answer

__all__ = ["once_per_answer"]
