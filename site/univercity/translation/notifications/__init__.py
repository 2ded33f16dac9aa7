"""E-mails about translations: a summary once a day, and at once what is urgent."""
