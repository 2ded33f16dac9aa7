"""Films and sound of our own, of the group "Image and video"; nobody is left out."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from typing_extensions import TypedDict  # pydantic asks for it below Python 3.12
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from univercity.content.blocks import base
from univercity.content.blocks.base import StructBlock, sample_document, sample_image
from univercity.content.blocks.choosers import DocumentChooserBlock, ImageChooserBlock
from univercity.content.blocks.text import RichTextBlock
from univercity.content.media.documents import CAPTIONS, FILMS, RECORDINGS
from univercity.content.representations.shapes import DocumentShape, Html, ImageShape

DURATION = r"^\d{1,3}:[0-5]\d$"


def duration_block(required=False):
    """Return the field for how long a recording takes; it is no text to translate."""
    return blocks.RegexBlock(
        regex=DURATION,
        required=required,
        label=_("Duration"),
        help_text=_("Minutes and seconds, for example: 3:05"),
        error_messages={"invalid": _("Write minutes, a colon and two digits of seconds: 3:05")},
    )


class RecordingBlock(StructBlock):
    """What films and sound share; its API value holds everything that a player needs."""

    title = blocks.CharBlock(
        label=_("Title"),
        max_length=160,
        help_text=_("What it is about, for example: Rückblick auf den Campus-Slam"),
    )

    def get_api_representation(self, value, context=None):
        answer = super().get_api_representation(value, context)
        file = answer.pop("file")
        return {**answer, "sources": [file] if file else []}


class HostedVideoShape(TypedDict):
    title: str
    sources: list[DocumentShape]
    poster: ImageShape | None
    captions: DocumentShape | None
    no_speech: str
    transcript: Html
    duration: str


class HostedVideoBlock(RecordingBlock):
    """A film from our own library, with captions and transcript."""

    file = DocumentChooserBlock(
        extensions=FILMS,
        label=_("Film"),
        help_text=_("A document that ends with .mp4 (H.264) or .webm, at most 200 MB"),
    )
    poster = ImageChooserBlock(
        label=_("Poster image"), help_text=_("Shown until the film starts, best a scene from it")
    )
    captions = DocumentChooserBlock(
        extensions=CAPTIONS,
        required=False,
        label=_("Captions"),
        help_text=_("A document that ends with .vtt (WebVTT): what is said and heard, with times"),
    )
    no_speech = blocks.CharBlock(
        required=False,
        max_length=160,
        label=_("Nothing is said"),
        help_text=_("Instead of captions, what is heard, for example: nur Musik"),
    )
    transcript = RichTextBlock(
        label=_("Transcript"),
        help_text=_(
            "What is said and shown, to read, "
            "for example: Ada Beispiel steht am Mikroskop und sagt: „Sehen Sie selbst!“"
        ),
    )
    duration = duration_block()

    class Meta:
        icon = "media"
        label = _("Video of our own")
        label_format = "{title}"
        group = base.MEDIA
        description = _("A film from the library, with captions and transcript")
        template = "blocks/hosted_video.html"

    def get_api_representation(self, value, context=None) -> HostedVideoShape:
        return super().get_api_representation(value, context)

    def get_preview_value(self):
        return self.normalize(
            {
                "title": "Rückblick auf den Campus-Slam",
                "file": sample_document("film.mp4", file_size=48_000_000),
                "poster": sample_image(),
                "captions": sample_document("film.vtt"),
                "no_speech": "",
                "transcript": "<p>Ada Beispiel steht am Mikroskop: „Sehen Sie selbst!“</p>",
                "duration": "3:05",
            }
        )

    def clean(self, value):
        cleaned = super().clean(value)
        captions = cleaned["captions"]
        if self.is_deferred_validation:
            return cleaned
        if not captions and not cleaned["no_speech"]:
            message = _(
                "Choose the captions of the film. If nothing is said in it, "
                "write under “Nothing is said” what is heard instead."
            )
        elif captions and not captions.lang:
            message = _(
                "Browsers ask for the language of captions: edit this document and choose one."
            )
        else:
            return cleaned
        raise StructBlockValidationError(block_errors={"captions": ValidationError(message)})


class AudioShape(TypedDict):
    title: str
    sources: list[DocumentShape]
    transcript: Html
    duration: str


class AudioBlock(RecordingBlock):
    """Sound from our own library, with transcript."""

    file = DocumentChooserBlock(
        extensions=RECORDINGS,
        label=_("Sound"),
        help_text=_("A document that ends with .mp3, .m4a or .ogg, at most 200 MB"),
    )
    transcript = RichTextBlock(
        label=_("Transcript"),
        help_text=_("What is said and heard, to read, for example: Ada Beispiel: „Guten Abend!“"),
    )
    duration = duration_block()

    class Meta:
        icon = "media"
        label = _("Audio")
        label_format = "{title}"
        group = base.MEDIA
        description = _("Sound from the library, with transcript")
        template = "blocks/audio.html"

    def get_api_representation(self, value, context=None) -> AudioShape:
        return super().get_api_representation(value, context)

    def get_preview_value(self):
        return self.normalize(
            {
                "title": "Gespräch am Abend: Was ist Zeit?",
                "file": sample_document("gespraech.mp3", file_size=9_800_000),
                "transcript": "<p>Ada Beispiel: „Guten Abend! Wie spät ist es eigentlich?“</p>",
                "duration": "12:40",
            }
        )


class SignLanguageVideoShape(TypedDict):
    title: str
    sources: list[DocumentShape]
    poster: ImageShape | None
    text: Html
    duration: str


class SignLanguageVideoBlock(RecordingBlock):
    """A film in German Sign Language, as Annex 2 of the ordinance BITV 2.0 asks for it."""

    file = DocumentChooserBlock(
        extensions=FILMS,
        label=_("Film"),
        help_text=_(
            "A document that ends with .mp4 or .webm: at least 320 × 240 pixels and 25 images a "
            "second, before a plain ground that is neither black nor white"
        ),
    )
    poster = ImageChooserBlock(
        label=_("Poster image"), help_text=_("Shown until the film starts, best a scene from it")
    )
    text = RichTextBlock(
        required=False,
        label=_("Text"),
        help_text=_(
            "What is signed, unless the page says the same, for example: "
            "Herzlich willkommen beim Netzwerk UniverCity Bochum!"
        ),
    )
    duration = duration_block(required=True)

    class Meta:
        icon = "media"
        label = _("Sign language video")
        label_format = "{title}"
        group = base.MEDIA
        description = _("A film in German Sign Language (DGS), with size, duration and download")
        template = "blocks/sign_language_video.html"

    def get_api_representation(self, value, context=None) -> SignLanguageVideoShape:
        return super().get_api_representation(value, context)

    def get_preview_value(self):
        return self.normalize(
            {
                "title": "Herzlich willkommen beim Netzwerk",
                "file": sample_document("dgs.mp4", file_size=21_000_000, language="gsg"),
                "poster": sample_image(),
                "text": "<p>Herzlich willkommen beim Netzwerk UniverCity Bochum!</p>",
                "duration": "1:20",
            }
        )
