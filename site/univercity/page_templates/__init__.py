"""Prepared pages that editors start from ("Seite aus Vorlage")."""
