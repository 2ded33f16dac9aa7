"""Checks of what editors write, in the editor and in a report, by one set of rules."""
