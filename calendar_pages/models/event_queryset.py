"""Selections of events, in the words of the calendar."""

from django.db import models
from wagtail.models import Page

from univercity.content.pages.base import BasePageQuerySet


class EventQuerySet(BasePageQuerySet):
    """Selections of events."""

    def for_cards(self):
        """Bring along what a card shows: organiser (if public), venue, all dates."""
        partners = self.model.organiser.field.related_model.objects.live().public()
        organiser = models.Prefetch("organiser", queryset=partners.defer_streamfields())
        cards = super().for_cards().defer_streamfields().select_related("venue")
        return cards.prefetch_related(organiser, "dates")

    def with_organiser(self, pk):
        """Events of a partner, alone or with others, whichever language its page is in."""
        key = key_of(Page, pk)
        return self.filter(
            models.Q(organiser__translation_key__in=key)
            | models.Q(co_organisers__partner__translation_key__in=key)
        ).distinct()

    def with_term(self, vocabulary, pk):
        """Events with a term of a vocabulary ("audience", "format", "topic"), in any language."""
        term = self.model._meta.get_field(f"{vocabulary}s").related_model
        key = key_of(term._meta.get_field(vocabulary).related_model, pk)
        return self.filter(**{f"{vocabulary}s__{vocabulary}__translation_key__in": key}).distinct()

    def in_series(self, pk):
        """Events that are part of an umbrella, whichever language its page is in."""
        return self.filter(series__translation_key__in=key_of(Page, pk))

    def narrowed(self, criterion, pk):
        """Events with an "organiser", of a "series" or with a term of a vocabulary."""
        match criterion:
            case "organiser":
                return self.with_organiser(pk)
            case "series":
                return self.in_series(pk)
        return self.with_term(criterion, pk)


def key_of(model, pk):
    """Return the translation key of an object as a subquery."""
    return model._base_manager.filter(pk=pk).values("translation_key")
