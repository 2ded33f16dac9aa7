"""What a translator should look at again: hints, which never refuse a text."""
