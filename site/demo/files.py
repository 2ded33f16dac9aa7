"""Files of the demo that no row names, as a load leaves them that was interrupted or killed."""

from django.core.files.storage import Storage

from demo.documents import DOCUMENTS
from demo.images import IMAGES
from univercity.content.media.documents import Document
from univercity.content.media.images import Image, Rendition

FOLDERS = {"documents": Document, "images": Rendition, "original_images": Image}
STEMS = [image.name for image in IMAGES] + [file.filename.split(".")[0] for file in DOCUMENTS]
#: A dot ends the name; an underscore begins what a storage adds where a name is taken.
BEGINNINGS = tuple(f"demo-{stem}{end}" for stem in STEMS for end in "._")


def remove_strays() -> None:
    """Delete the demo's files that no row names; else the next load could not use their names."""
    for folder, model in FOLDERS.items():
        storage = model._meta.get_field("file").storage
        known = set(
            model.objects.filter(file__startswith=f"{folder}/demo-").values_list("file", flat=True)
        )
        for name in files_in(storage, folder):
            path = f"{folder}/{name}"
            if name.startswith(BEGINNINGS) and path not in known:
                storage.delete(path)


def files_in(storage: Storage, folder: str) -> list[str]:
    try:
        return storage.listdir(folder)[1]
    except FileNotFoundError:  # nothing was ever stored there
        return []
