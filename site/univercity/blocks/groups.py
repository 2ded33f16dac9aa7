"""Groups of the block chooser, in the words of editors; sections put their blocks into them too."""

from django.utils.translation import gettext_lazy as _

TEXT = _("Text")
MEDIA = _("Image and video")
NETWORK = _("Network")
CALENDAR = _("Calendar")
ACTIONS = _("Actions")
LAYOUT = _("Layout")

#: In which the block chooser shows them.
ORDER = (TEXT, MEDIA, NETWORK, CALENDAR, ACTIONS, LAYOUT)
