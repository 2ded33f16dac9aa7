"""What is kept once and shown on many pages: people, shared content."""
