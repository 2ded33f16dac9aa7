"""What a publication in the source language does to translations: all but publishing a text.

``following`` learns of it and goes on in a task: it takes the texts out anew, lets translations of
minor edits stand (``minor_edits``), and carries over what languages share (``facts``) to each
version and its drafts (``versions``). ``publishing.changes`` is about what visitors see instead.
"""
