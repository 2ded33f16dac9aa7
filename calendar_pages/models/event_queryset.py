"""Selections of events, in the words of the calendar."""

from django.db import models

from univercity.pages import BasePageQuerySet


class EventQuerySet(BasePageQuerySet):
    """Selections of events."""

    def for_cards(self):
        """Bring along what a card shows: organiser (if public), venue, all dates."""
        partners = self.model.organiser.field.related_model.objects.live().public()
        organiser = models.Prefetch("organiser", queryset=partners)
        return super().for_cards().select_related("venue").prefetch_related(organiser, "dates")

    def with_organiser(self, partner):
        """Events of a partner, alone or with others, whichever language its page is in."""
        key = partner.translation_key
        return self.filter(
            models.Q(organiser__translation_key=key)
            | models.Q(co_organisers__partner__translation_key=key)
        ).distinct()

    def with_term(self, vocabulary, term):
        """Events with a term of a vocabulary ("audience", "format", "topic"), in any language."""
        key = f"{vocabulary}s__{vocabulary}__translation_key"
        return self.filter(**{key: term.translation_key}).distinct()
