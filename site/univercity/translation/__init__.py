"""What wagtail-localize leaves open."""
