"""Images and documents as files, for a site without object storage."""

from django.core.files.storage import FileSystemStorage
from django.utils.encoding import filepath_to_uri


class MediaStorage(FileSystemStorage):
    """Names hold no ``..``, and ``base_url`` ends with a slash, so nothing has to be resolved.

    ``urljoin`` does it for each of the dozens of files that a page names, and takes longer than all
    else about an address.
    """

    def url(self, name: str | None) -> str:
        return f"{self.base_url}{(filepath_to_uri(name) or '').lstrip('/')}"
