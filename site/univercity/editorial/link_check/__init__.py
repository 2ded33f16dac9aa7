"""Links that lead nowhere: to pages of this site and to other sites.

``internal`` asks Wagtail's reference index for links between pages; ``extraction`` collects the
addresses written out in content, ``checking`` asks for them when they are due. ``reports`` shows
both.
"""
