"""Log-in with name and password."""

from django.conf import settings
from django.contrib.auth.backends import ModelBackend


class PasswordBackend(ModelBackend):
    """Django's backend, which outside development refuses the demo accounts and their sessions."""

    def user_can_authenticate(self, user):
        """Return whether the account may log in, or stay logged in."""
        return super().user_can_authenticate(user) and (settings.DEBUG or not user.is_demo)
