"""E-mails to translators about their work, and who wants which."""
