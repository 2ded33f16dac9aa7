"""What the site does by the clock."""

from django.dispatch import Signal

#: Sent by ``manage.py tick`` every minute, with ``now``, an aware datetime. The same moment can
#: come twice and a minute can be missing: receivers do what is due and not done yet.
tick = Signal()
