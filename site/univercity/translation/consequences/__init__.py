"""What becomes of translations when their source goes offline, moves or is deleted."""
