"""Signatures of events, as Standard Webhooks asks for them (standardwebhooks.com, v1).

The HMAC-SHA256 over event id, time stamp and body. The secret has to be at hand for each event,
so it cannot be kept as a hash. It is not kept at all: it is made of ``SECRET_KEY`` and the nonce of
the subscriber, so that a copy of the database signs nothing.
"""

import base64
import hashlib
import hmac

from django.conf import settings
from django.utils.crypto import salted_hmac

from univercity.publishing.models import WebhookSubscriber

PREFIX = "whsec_"
SALT = "univercity.webhooks"


def secret_key(nonce: str, key: str) -> bytes:
    """Return the 32 bytes that sign."""
    return salted_hmac(SALT, nonce, secret=key, algorithm="sha256").digest()


def secret_of(subscriber: WebhookSubscriber) -> str:
    """Return the secret as the subscriber gets it."""
    key = secret_key(subscriber.nonce, settings.SECRET_KEY)
    return f"{PREFIX}{base64.b64encode(key).decode()}"


def signatures(subscriber: WebhookSubscriber, event_id: str, timestamp: int, body: bytes) -> str:
    """Return the header ``webhook-signature``.

    It has one signature for each secret that is valid: while secrets or ``SECRET_KEY`` change, also
    for the former ones.
    """
    content = f"{event_id}.{timestamp}.".encode() + body
    signed = []
    for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS):
        for nonce in subscriber.nonces:
            digest = hmac.new(secret_key(nonce, key), content, hashlib.sha256).digest()
            signed.append(f"v1,{base64.b64encode(digest).decode()}")
    return " ".join(signed)
