"""What a publication does: schedule, addresses and redirects, the log of changes, webhooks.

The apps above listen to the two signals of ``signals.py``: ``content_changed``, sent once for each
transaction that changed something public, and ``tick``, sent every minute. Start with
``signals.py``; ``changes/recording.py`` notes what a transaction touches, and
``changes/settling.py`` tells of it.
"""
