from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RolesConfig(AppConfig):
    name = "roles"
    verbose_name = _("Roles")

    def ready(self):
        from roles import api_tokens, notices, partners  # noqa: PLC0415 - need loaded models

        api_tokens.connect()
        notices.connect()
        partners.connect()
