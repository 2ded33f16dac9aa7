"""Asks in the form of wagtail-localize who is to translate, and until when."""

from django.utils.translation import gettext_lazy as _
from wagtail_localize.components import register_translation_component

from univercity.translation.models import TranslationJob


def register() -> None:
    """Add the job to the forms that hand something to translation; call once."""
    register_translation_component(
        heading=_("Who translates?"),
        help_text=_("Whoever you choose finds it in their list “My translations”."),
        required=True,
    )(TranslationJob)
