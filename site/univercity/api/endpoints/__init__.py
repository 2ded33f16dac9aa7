"""Endpoints of API v3 that Wagtail does not have, each with its router."""
