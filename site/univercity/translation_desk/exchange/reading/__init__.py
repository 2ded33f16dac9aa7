"""Files that come back, as entries: what they say, not yet what it means for the site.

Whatever is wrong with a file becomes a ``Problem`` that people read; nothing else is raised.
"""

from univercity.translation_desk.exchange.reading.entries import Entry, Problem, Reading, Section
from univercity.translation_desk.exchange.reading.files import read_file

__all__ = ["Entry", "Problem", "Reading", "Section", "read_file"]
