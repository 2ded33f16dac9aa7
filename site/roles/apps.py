from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RolesConfig(AppConfig):
    name = "roles"
    verbose_name = _("Roles")

    def ready(self):
        from roles import notices, partners  # noqa: PLC0415 - need loaded models

        notices.connect()
        partners.connect()
