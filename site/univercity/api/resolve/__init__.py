"""The page, the redirect or the nearest page at a public address: the entrance for frontends."""
