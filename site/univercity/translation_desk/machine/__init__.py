"""Pre-translation: filling open texts by memory and, where one is configured, by a machine.

What it writes is to be reviewed, always.
"""
