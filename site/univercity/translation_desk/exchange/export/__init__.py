"""Units of translations as a file to download.

The same content makes the same bytes: nothing in a file says when or by whom it was made.
"""

from univercity.translation_desk.exchange.export.files import ExportedFile, Format, export

__all__ = ["ExportedFile", "Format", "export"]
