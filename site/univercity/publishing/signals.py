"""The signals by which the apps above learn of publications and of the clock."""

from django.dispatch import Signal

#: Sent once for each transaction that changed something public, after its commit and before the
#: call that published returns. ``keys`` (set of str) are the surrogate keys of every answer that
#: may be stale now; ``urls`` (list of str) the absolute public addresses whose content changed,
#: those included that lead nowhere any more.
content_changed = Signal()

#: Sent by ``manage.py tick`` every minute, with ``now``, an aware datetime. The same moment can
#: come twice and a minute can be missing: receivers do what is due and not done yet.
tick = Signal()
