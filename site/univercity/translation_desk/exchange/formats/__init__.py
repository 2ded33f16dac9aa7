"""The formats of files, one module each: how its texts are written and read."""
