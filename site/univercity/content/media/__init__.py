"""Images, documents and recordings: models, files, renditions."""
