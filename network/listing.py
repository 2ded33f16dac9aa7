"""Lists of partners that pages and blocks show."""

from dataclasses import dataclass, field
from operator import attrgetter

from django.apps import apps
from django.db.models import F, Window
from django.db.models.functions import Lower, RowNumber
from django.utils.translation import get_language

from univercity.content.reading.references import ShownList
from univercity.content.reading.statements import Given, Part, prepared
from univercity.content.reading.surroundings import surroundings


@dataclass(frozen=True)
class Partners(ShownList):
    """Public partners by name, with everything that their cards show."""

    members_only: bool = False  #: without those of the past
    kind: str = ""  #: a ``PartnerPage.Kind``; all if empty
    language: str = field(default_factory=get_language)

    def part(self):
        shape = (self.language, self.members_only, bool(self.kind))
        return Part(some_partners(*shape, surroundings().closed_lengths), {"kind": self.kind})

    def arrange(self, found):
        return sorted(found, key=attrgetter("place"))


@prepared
def some_partners(language, members_only, of_a_kind, closed_lengths):
    partners = apps.get_model("network.PartnerPage").objects.readable_in(language).for_cards()
    if members_only:
        partners = partners.active()
    if of_a_kind:
        partners = partners.filter(kind=Given("kind"))
    # The database knows the order of the alphabet.
    return partners.annotate(place=Window(RowNumber(), order_by=[Lower("title"), F("pk")]))
