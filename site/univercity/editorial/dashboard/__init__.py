"""The first page of the admin: what waits for whom, each list with a report that has all of it."""
