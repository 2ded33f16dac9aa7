"""What a publication changes in public: keys of cached answers, addresses, log and webhooks."""

from django.dispatch import Signal

#: Sent once for each transaction that changed something public, after its commit and before the
#: call that published returns. ``keys`` (set of str) are the surrogate keys of every answer that
#: may be stale now; ``urls`` (list of str) the absolute public addresses whose content changed,
#: those included that lead nowhere any more.
content_changed = Signal()
