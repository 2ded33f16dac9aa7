"""Composition: settings, URLs and the list of API endpoints. Nothing imports from here."""
