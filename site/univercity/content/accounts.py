"""Accounts of the admin."""

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _


class User(AbstractUser):
    """An account of the admin."""

    is_demo = models.BooleanField(
        _("demo account"),
        default=False,
        editable=False,
        help_text=_("Refused outside development, because its password is public."),
    )

    @classmethod
    def from_db(cls, db, field_names, values):
        """Read an account; outside development those of the demo are inactive.

        So they are refused by password, in their sessions and with their API tokens alike.
        """
        user = super().from_db(db, field_names, values)
        if "is_demo" in field_names and user.is_demo and not settings.DEBUG:
            user.is_active = False
        return user
