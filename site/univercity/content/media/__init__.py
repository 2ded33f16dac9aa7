"""Images and documents: models, what may be uploaded, renditions, how files are served."""
