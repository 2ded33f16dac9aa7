"""Log lines without preview tokens."""

import logging

from univercity.frontend_preview.tokens import redact


class RedactingFormatter(logging.Formatter):
    """Takes tokens out of the finished line: message, arguments and traceback alike."""

    def format(self, record: logging.LogRecord) -> str:
        return redact(super().format(record))
