"""What a publication in the source language does to translations: all but publishing a text."""
