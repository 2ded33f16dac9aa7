"""Who brings which translation up to date, and by when.

A job is opened by a request or an assignment. It is closed by itself once the translation is up to
date (``signal_handlers``). ``worklist`` is what one account has to do, assigned or not.
"""
