"""The apps that carry the site, in the order of imports: each may use those named before it.

content, publishing, http_cache, previews, translation, api, translation_desk, editorial.
"""
