"""What is still to be dropped from caches that were away when content changed."""

import datetime

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

#: The task that purges follows at once; the clock takes over what it has not done by then.
HEAD_START = datetime.timedelta(minutes=2)
FIRST_DELAY = datetime.timedelta(minutes=1)
LONGEST_DELAY = datetime.timedelta(hours=1)
#: By then every cache has forgotten the answers by itself.
GIVEN_UP_AFTER = datetime.timedelta(days=2)


def after_head_start() -> datetime.datetime:
    return timezone.now() + HEAD_START


class PendingPurge(models.Model):
    """A change of content that some cache does not know of yet; deleted once all do."""

    keys = models.JSONField(_("surrogate keys"))
    urls = models.JSONField(_("addresses"))
    created_at = models.DateTimeField(_("created at"), auto_now_add=True)
    attempts = models.PositiveIntegerField(_("attempts"), default=0)
    next_attempt_at = models.DateTimeField(
        _("next attempt"), default=after_head_start, db_index=True
    )

    class Meta:
        verbose_name = _("purge of caches")
        verbose_name_plural = _("purges of caches")

    def __str__(self) -> str:
        return f"{self.created_at:%Y-%m-%d %H:%M:%S}: {' '.join(self.keys)}"

    def postpone(self) -> bool:
        """Try again later, each time after twice as long; return whether that makes sense."""
        if timezone.now() - self.created_at > GIVEN_UP_AFTER:
            self.delete()
            return False
        delay = min(FIRST_DELAY * 2 ** min(self.attempts, 10), LONGEST_DELAY)
        self.attempts += 1
        self.next_attempt_at = timezone.now() + delay
        self.save(update_fields=["attempts", "next_attempt_at"])
        return True
