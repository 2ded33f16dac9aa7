"""Documents: files to download, films, sound and captions."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager
from wagtail.api import APIField
from wagtail.documents.models import AbstractDocument
from wagtail.search import index

FILMS = ("mp4", "webm")
RECORDINGS = ("m4a", "mp3", "ogg")
CAPTIONS = ("vtt",)
#: Files but films and sound are read on phones; those may have WAGTAILDOCS_MAX_UPLOAD_SIZE.
MAX_SIZE_TO_READ = 10 * 1024 * 1024

ZIP = (0, (b"PK\x03\x04",))
MPEG_4 = (4, (b"ftyp",))
#: By extension, where in the file stands what all files of the format have, and what it may be.
SIGNATURES = {
    "docx": ZIP,
    "m4a": MPEG_4,
    "mp3": (0, (b"ID3", b"\xff\xfb", b"\xff\xf3", b"\xff\xf2", b"\xff\xfa")),
    "mp4": MPEG_4,
    "odt": ZIP,
    "ogg": (0, (b"OggS",)),
    "pdf": (0, (b"%PDF-",)),
    "pptx": ZIP,
    "vtt": (0, (b"WEBVTT", b"\xef\xbb\xbfWEBVTT")),
    "webm": (0, (b"\x1a\x45\xdf\xa3",)),
    "xlsx": ZIP,
    "zip": ZIP,
}


class Document(AbstractDocument):
    """A file that says in which language it is and whether everybody can read it."""

    class Language(models.TextChoices):
        """Codes are BCP 47, so that they can stand in ``lang`` and ``hreflang``."""

        GERMAN = "de", _("German")
        EASY_GERMAN = "de-simple", _("German in easy language")
        ENGLISH = "en", _("English")
        GERMAN_SIGN = "gsg", _("German Sign Language")
        OTHER = "und", _("another language")
        SEVERAL = "mul", _("several languages")
        NONE = "zxx", _("without text")

    class Accessibility(models.TextChoices):
        YES = "yes", _("accessible")
        NO = "no", _("not accessible")
        UNKNOWN = "unknown", _("not checked")

    description = models.CharField(
        _("description"),
        max_length=250,
        blank=True,
        help_text=_("What is in it, for example: Alle Orte und Zeiten auf zwei Seiten"),
    )
    language = models.CharField(
        _("language"),
        max_length=16,
        choices=Language.choices,
        default=Language.GERMAN,
        help_text=_(
            "Of its text, or spoken in it, for example: Deutsch; "
            "it stands beside the link to the file"
        ),
    )
    accessibility = models.CharField(
        _("accessibility"),
        max_length=16,
        choices=Accessibility.choices,
        default=Accessibility.UNKNOWN,
        help_text=_(
            "“Accessible” only after a check, for example of a PDF with PAC; "
            "the result stands beside the link to the file, but “not checked” does not."
        ),
    )

    # The stock model of the same name claims the default reverse accessors.
    tags = TaggableManager(
        verbose_name=_("tags"),
        blank=True,
        related_name="univercity_documents",
        help_text=_("To find it again, separated by commas, for example: Programm, Sommer"),
    )
    uploaded_by_user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("uploaded by"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="univercity_documents",
    )
    uploaded_by_user.wagtail_reference_index_ignore = True

    admin_form_fields = (
        "title",
        "file",
        "description",
        "language",
        "accessibility",
        "collection",
        "tags",
    )
    search_fields = [*AbstractDocument.search_fields, index.SearchField("description")]
    api_fields = [
        APIField("description"),
        APIField("language"),
        APIField("accessibility"),
        APIField("file_size"),
    ]

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        permissions = [("choose_document", "Can choose document")]

    def clean(self):
        super().clean()
        if self.file and not self.file._committed:
            self._check_size()
            self._check_format()

    def _check_size(self):
        if self.extension in (*FILMS, *RECORDINGS) or self.file.size <= MAX_SIZE_TO_READ:
            return
        message = _(
            "The file has %(size)s, at most %(most)s are allowed. Save it with smaller images, "
            "or divide it, and choose it again."
        )
        sizes = {
            "size": filesizeformat(self.file.size),
            "most": filesizeformat(MAX_SIZE_TO_READ),
        }
        raise ValidationError({"file": message % sizes})

    def _check_format(self):
        start, signatures = SIGNATURES.get(self.extension, (0, (b"",)))
        with self.open_file() as file:
            found = file.read(16)[start:].startswith(signatures)
        if found:
            return
        if self.extension in CAPTIONS:
            message = _(
                "These are no captions in the format WebVTT, whose first line is WEBVTT. "
                "Export them from your video program as WebVTT (.vtt) and choose them again."
            )
        else:
            message = _(
                "The file is named .%(extension)s but holds something else. "
                "Save it anew in that format and choose it again."
            ) % {"extension": self.extension}
        raise ValidationError({"file": message})

    @property
    def extension(self):
        """In lower case, without the dot."""
        return self.file_extension.lower()

    @property
    def lang(self):
        """What ``lang`` and ``hreflang`` may say; empty where it is not one language."""
        several = (self.Language.OTHER, self.Language.SEVERAL, self.Language.NONE)
        return "" if self.language in several else self.language

    @property
    def facts(self):
        """What readers want to know before the download, in the active language."""
        size = self.get_file_size()
        unchecked = self.accessibility == self.Accessibility.UNKNOWN
        facts = [
            self.extension.upper(),
            "" if size is None else filesizeformat(size),
            self.get_language_display(),
            "" if unchecked else self.get_accessibility_display(),
        ]
        return ", ".join(str(fact) for fact in facts if fact)
