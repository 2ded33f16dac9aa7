"""Every function of Wagtail that this app replaces, one module a subject, each with its reason."""
