"""The text of a preview token: signed, so that nobody can make one, and never stored.

A row keeps a random ``nonce`` and the digest of the token. Only the server's ``SECRET_KEY`` makes a
token of a nonce, so a copy of the database opens no preview. ``models`` issues tokens, ``opening``
says what one opens and for whom.
"""

import hashlib
import logging
import re
import secrets
from functools import partial

from django.core.signing import BadSignature, Signer

#: What every token begins with, so that people, logs and secret scanners know one when they see it.
PREFIX = "ucp_"
#: A token wherever it stands in a text, also in an address that is percent-encoded.
IN_TEXT = re.compile(rf"{PREFIX}[\w-]+(?:(?:\.|%2E)[\w-]+)?", re.IGNORECASE)
_signer = partial(Signer, sep=".", salt="univercity.previews")


def new_nonce() -> str:
    """Return 128 random bits as text."""
    return secrets.token_urlsafe(16)


def make_token(nonce: str) -> str:
    return _signer().sign(PREFIX + nonce)


def is_signed(token: str) -> bool:
    """Return whether this site made ``token``, with its present key or one of the fallbacks."""
    try:
        _signer().unsign(token)
    except BadSignature:
        return False
    return token.startswith(PREFIX)


def digest(token: str) -> str:
    """Return what is stored of a token."""
    return hashlib.sha256(token.encode()).hexdigest()


def redact(text: str) -> str:
    """Return ``text`` without the tokens in it."""
    return IN_TEXT.sub(f"{PREFIX}…", text)


class RedactingFormatter(logging.Formatter):
    """Takes tokens out of the finished line: message, arguments and traceback alike."""

    def format(self, record: logging.LogRecord) -> str:
        return redact(super().format(record))
