from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PublishingConfig(AppConfig):
    name = "univercity.publishing"
    verbose_name = _("Publishing")

    def ready(self) -> None:
        from univercity.publishing.changes import recording, settling  # noqa: PLC0415 - needs loaded models
        from univercity.publishing.wagtail_patches import redirects, transactions  # noqa: PLC0415 - needs loaded models
        from univercity.publishing.webhooks import sending  # noqa: PLC0415 - needs loaded models

        # Before Wagtail connects its receivers: this app stands before it.
        redirects.connect()
        transactions.connect()
        recording.connect()
        settling.connect()
        sending.connect()
