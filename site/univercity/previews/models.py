"""Frontends that show previews, and the tokens that open one."""

import datetime
from string import Formatter
from typing import Any
from urllib.parse import quote, urlsplit

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.models import Page, Site

from univercity.previews.tokens import digest, make_token, new_nonce

#: What the address of a frontend may name in braces.
PLACEHOLDERS = ("token", "path", "locale")
#: Hosts that may be asked without TLS: the machine of a developer.
LOCAL_HOSTS = ("localhost", "127.0.0.1", "::1")
#: The time of the last use is written at most this often.
LAST_USE_INTERVAL = datetime.timedelta(minutes=1)
#: An expired token stays in the list for so long, and says that it is expired.
KEPT_AFTER_EXPIRY = datetime.timedelta(days=1)


def check_address(template: str) -> None:
    """Raise ``ValidationError`` unless ``template`` is a safe address with a place for the token.

    Without TLS anybody on the way could read the token.
    """
    try:
        names = [name for _text, name, _spec, _conversion in Formatter().parse(template)]
        address = urlsplit(template)
    except ValueError as error:
        raise ValidationError(_("This is no valid address.")) from error
    unknown = {name for name in names if name is not None} - set(PLACEHOLDERS)
    if unknown or "token" not in names:
        raise ValidationError(
            _("In braces stand {token}, and where you need them {path} and {locale}.")
        )
    if "{" in address.netloc or not address.hostname:
        raise ValidationError(_("This is no valid address."))
    if address.scheme != "https" and not (
        address.scheme == "http" and address.hostname in LOCAL_HOSTS
    ):
        raise ValidationError(_("The address begins with https://, or with http://localhost."))


class Frontend(models.Model):
    """An application that shows the content of a site from the API."""

    site = models.ForeignKey(
        Site,
        verbose_name=_("site"),
        on_delete=models.CASCADE,
        related_name="+",
        help_text=_("The site whose pages it shows, for example: univercity-bochum.de"),
    )
    name = models.CharField(
        pgettext_lazy("of a frontend", "name"),
        max_length=60,
        help_text=_("As editors know it, for example: Campus-App"),
    )
    address = models.CharField(
        _("address of the preview"),
        max_length=500,
        validators=[check_address],
        help_text=_(
            "With {token}, and where needed {path} and {locale}, for example: "
            "https://app.example.org/preview?token={token}&path={path}&locale={locale}"
        ),
    )

    objects: models.Manager["Frontend"] = models.Manager()

    class Meta:
        verbose_name = _("frontend")
        verbose_name_plural = _("frontends")
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return self.name

    def address_for(self, token: str, path: str, locale: str) -> str:
        """Return where to see the preview; ``path`` is the public one, with its language."""
        values = {"token": token, "path": path, "locale": locale}
        return self.address.format(**{name: quote(text, "") for name, text in values.items()})


class PreviewTokenManager(models.Manager["PreviewToken"]):
    def expired(self, now: datetime.datetime) -> models.QuerySet["PreviewToken"]:
        """Return what nobody needs any more, neither to read nor to be told that it is expired."""
        return self.filter(expires_at__lte=now - KEPT_AFTER_EXPIRY)

    @transaction.atomic
    def issue(self, user: Any, slot: str, **fields: Any) -> tuple["PreviewToken", str]:
        """Return the token of a slot, with its text: the one in force prolonged, else a new one.

        ``fields`` are those of what it opens and replace what the slot had before.
        """
        now = timezone.now()
        end = now + datetime.timedelta(minutes=settings.PREVIEW_TOKEN_MINUTES)
        nonce = new_nonce()
        fresh = {"nonce": nonce, "created_at": now, "last_used_at": None}
        first = {**fresh, **fields, "expires_at": end, "digest": digest(make_token(nonce))}
        rows = self.select_for_update()
        row, created = rows.get_or_create(user=user, slot=slot, defaults=first)
        if not created:
            expired = row.expires_at <= now
            for name, value in {**fields, **(fresh if expired else {})}.items():
                setattr(row, name, value)
        text = make_token(row.nonce)
        row.digest, row.expires_at = digest(text), end
        row.save()
        return row, text


class PreviewToken(models.Model):
    """The right to read one state of one page, or of one snippet on one page.

    The text of the token is not in here (``univercity.previews.tokens``).
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("who"),
        on_delete=models.CASCADE,
        related_name="+",
    )
    frontend = models.ForeignKey(
        Frontend,
        verbose_name=_("frontend"),
        null=True,
        on_delete=models.CASCADE,
        related_name="+",
    )  #: ``None``: the HTML of this site
    page = models.ForeignKey(
        Page, verbose_name=_("page"), null=True, on_delete=models.CASCADE, related_name="+"
    )  #: that is shown; ``None`` while it is not saved yet
    page_id: int | None
    parent = models.ForeignKey(
        Page, verbose_name=_("parent page"), null=True, on_delete=models.CASCADE, related_name="+"
    )  #: below which a page is made that is not saved yet
    subject_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    subject_id = models.PositiveBigIntegerField(null=True)  #: of the snippet; ``None`` for pages
    title = models.CharField(_("title"), max_length=255)
    state = models.JSONField(encoder=DjangoJSONEncoder)  #: the fields, as in a revision
    #: What it was asked for: an editor's form, whose states replace each other, or one fixed state.
    slot = models.CharField(max_length=200)
    nonce = models.CharField(max_length=22)
    digest = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(_("created"))
    expires_at = models.DateTimeField(_("valid until"), db_index=True)
    last_used_at = models.DateTimeField(_("last use"), null=True)
    revoked_at = models.DateTimeField(_("revoked"), null=True)

    objects = PreviewTokenManager()

    class Meta:
        verbose_name = _("preview token")
        verbose_name_plural = _("preview tokens")
        constraints = [
            models.UniqueConstraint(fields=["user", "slot"], name="one_preview_token_per_slot")
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def place(self) -> str:
        """Return where the preview is shown, in words."""
        return str(self.frontend or _("This website"))

    @property
    def is_valid(self) -> bool:
        return self.revoked_at is None and self.expires_at > timezone.now()

    def revoke(self) -> None:
        """End the token for good, forget the state, and free the slot for another one."""
        self.revoked_at, self.state, self.slot = timezone.now(), {}, f"revoked {self.pk}"
        self.save(update_fields=["revoked_at", "state", "slot"])

    def touch(self) -> None:
        """Keep when it was last used."""
        now = timezone.now()
        if self.last_used_at is None or now - self.last_used_at >= LAST_USE_INTERVAL:
            type(self).objects.filter(pk=self.pk).update(last_used_at=now)
