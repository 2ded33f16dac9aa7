"""Where Django looks for the models of this app; each stands in the module of its concept."""

from univercity.content.accounts import User
from univercity.content.media.documents import Document
from univercity.content.media.images import Image, Rendition
from univercity.content.site_settings import SiteSettings
from univercity.content.snippets.people import Person
from univercity.content.snippets.shared_content import SharedContent

__all__ = ["Document", "Image", "Person", "Rendition", "SharedContent", "SiteSettings", "User"]
