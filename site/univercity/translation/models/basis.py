"""What of a source a translation was made from."""

from __future__ import annotations

from django.db import models


class TranslationBasis(models.Model):
    """The state of a source when a version of its translation was made from it.

    A published version is made from the last basis before it. The digests tell whether the source
    has changed since, and in what.
    """

    source = models.ForeignKey(
        "wagtail_localize.TranslationSource", on_delete=models.CASCADE, related_name="+"
    )
    locale = models.ForeignKey("wagtailcore.Locale", on_delete=models.CASCADE, related_name="+")
    made_at = models.DateTimeField()  #: the same as that of the revision made, if there is one
    texts = models.CharField(max_length=64)  #: digest of the source texts
    facts = models.CharField(max_length=64)  #: digest of everything else
    targets = models.CharField(max_length=64)  #: digest of the translations that went into it
    #: paths at which the version has source text, for want of a translation
    fallbacks = models.JSONField(default=list)

    wagtail_reference_index_ignore = True

    class Meta:
        indexes = [models.Index(fields=["source", "locale", "made_at"])]

    def __str__(self) -> str:
        return f"{self.source_id} {self.locale_id}: {self.made_at}"
