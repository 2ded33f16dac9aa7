"""Previews of what is not public yet, in the frontends that read the API and as HTML, by token."""
