"""The count of characters that were sent to services that translate."""

from __future__ import annotations

import datetime

from django.db import models
from django.db.models import F
from django.utils.translation import gettext_lazy as _


class MachineUsage(models.Model):
    """The characters of one month that one service got."""

    month = models.DateField(_("month"))  #: its first day
    provider = models.CharField(_("service"), max_length=50)
    characters = models.PositiveBigIntegerField(_("characters"), default=0)

    class Meta:
        verbose_name = _("use of machine translation")
        verbose_name_plural = _("use of machine translation")
        ordering = ["-month", "provider"]
        constraints = [
            models.UniqueConstraint(fields=["month", "provider"], name="one_use_a_month")
        ]

    def __str__(self) -> str:
        return f"{self.month:%Y-%m} {self.provider}: {self.characters}"

    @classmethod
    def reserve(cls, day: datetime.date, provider: str, characters: int, budget: int) -> bool:
        """Count characters before they are sent; ``False``, and nothing counted, over ``budget``.

        One statement checks and counts, so that workers side by side cannot overrun the budget. A
        budget of 0 has no end.
        """
        month = day.replace(day=1)
        cls.objects.get_or_create(month=month, provider=provider)
        rows = cls.objects.filter(month=month, provider=provider)
        if budget:
            rows = rows.filter(characters__lte=budget - characters)
        return bool(rows.update(characters=F("characters") + characters))

    @classmethod
    def give_back(cls, day: datetime.date, provider: str, characters: int) -> None:
        """Count less: the service has refused what was reserved."""
        rows = cls.objects.filter(month=day.replace(day=1), provider=provider)
        rows.update(characters=F("characters") - characters)
