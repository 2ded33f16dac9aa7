"""Composition: settings, URLs and the list of API endpoints. No other package imports from here."""
