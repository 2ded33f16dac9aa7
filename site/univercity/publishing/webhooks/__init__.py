"""Telling other systems what changed: signed, in order, again where they did not listen."""
