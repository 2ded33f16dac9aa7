"""What every page of the site shares."""
