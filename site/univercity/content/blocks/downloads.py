"""Files to download, of the group "Image and video"."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from univercity.content.blocks import base
from univercity.content.blocks.base import StructBlock, sample_document
from univercity.content.blocks.choosers import DocumentChooserBlock


class DownloadBlock(StructBlock):
    document = DocumentChooserBlock(
        label=_("Document"),
        help_text=_("With language and accessibility as the library has them"),
    )
    title = blocks.CharBlock(
        label=_("Title"),
        required=False,
        max_length=160,
        help_text=_("Empty: the document's own; for example: Das Programm auf zwei Seiten"),
    )

    class Meta:
        icon = "doc-full"
        label = _("Download")
        label_format = "{title} {document}"


class DownloadsBlock(StructBlock):
    """Files, of which readers know before the download what they are."""

    heading = blocks.CharBlock(
        label=_("Heading"),
        required=False,
        max_length=120,
        help_text=_("For example: Zum Herunterladen"),
    )
    documents = blocks.ListBlock(
        DownloadBlock(),
        label=_("Documents"),
        min_num=1,
        max_num=20,
        help_text=_("At least one, for example: Programm des Abends"),
    )

    class Meta:
        icon = "download"
        label = _("Downloads")
        label_format = "{heading}"
        group = base.MEDIA
        description = _("Files with title, type, size and language")
        template = "blocks/downloads.html"

    def get_preview_value(self):
        programme = sample_document("programm.pdf", accessibility="yes")
        map_of_places = sample_document("karte.pdf", title="Map of all places", language="en")
        return self.normalize(
            {
                "heading": "Zum Herunterladen",
                "documents": [
                    {"document": programme, "title": ""},
                    {"document": map_of_places, "title": ""},
                ],
            }
        )
