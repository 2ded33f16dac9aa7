"""What a token of the API is made for, and for how long."""

from __future__ import annotations

import datetime
import uuid
from typing import Any

from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import APIToken, Page
from wagtail.query import PageQuerySet


class TokenScope(models.Model):
    """The limits of one token of Wagtail; a token without a scope has the narrowest one.

    An empty list limits nothing. What a list names stays in it when it is deleted, so that a
    scope never grows by itself. No scope gives more than the account of the token may do.
    """

    token = models.OneToOneField(
        APIToken, verbose_name=_("token"), on_delete=models.CASCADE, related_name="scope"
    )
    locales = models.JSONField(_("languages"), default=list, blank=True)  # language codes
    page_types = models.JSONField(_("page types"), default=list, blank=True)  # "home.HomePage"
    #: Translation key of a page: it, its translations and all below them.
    subtree = models.UUIDField(_("section"), null=True, blank=True)
    reads_drafts = models.BooleanField(_("reads drafts"), default=False)
    writes = models.BooleanField(_("writes"), default=False)
    expires_at = models.DateTimeField(_("expires"), null=True, blank=True)
    replaced_by = models.OneToOneField(
        APIToken, null=True, editable=False, on_delete=models.SET_NULL, related_name="replaces"
    )

    class Meta:
        verbose_name = _("scope of an API token")
        verbose_name_plural = _("scopes of API tokens")

    def __str__(self) -> str:
        return str(self.token)

    @property
    def is_limited(self) -> bool:
        """Whether there are pages that the token does not reach."""
        return bool(self.locales or self.page_types or self.subtree)

    def is_expired(self, now: datetime.datetime | None = None) -> bool:
        """Return whether the token has ended; it does so at ``expires_at``, exclusive."""
        return self.expires_at is not None and self.expires_at <= (now or timezone.now())

    def holds_type(self, model: type[Page]) -> bool:
        return not self.page_types or model._meta.label in self.page_types

    def limit(self, pages: PageQuerySet, by_type: bool = True) -> PageQuerySet:
        """Return those of ``pages`` that the token reaches: at most one more query."""
        if not self.is_limited:
            return pages
        condition = Q()
        if self.locales:
            condition &= Q(locale__language_code__in=self.locales)
        if self.page_types and by_type:
            condition &= type_condition(self.page_types)
        if self.subtree:
            condition &= subtree_condition(self.subtree)
        # The search index knows ids but neither languages nor types.
        return pages.filter(pk__in=Page.objects.filter(condition).values("pk"))


def type_condition(labels: list[str]) -> Q:
    """Return a condition for pages of exactly these types, without a query."""
    condition = Q(pk__in=[])
    for app, _dot, name in (label.rpartition(".") for label in labels):
        condition |= Q(content_type__app_label=app, content_type__model=name.lower())
    return condition


def subtree_condition(translation_key: uuid.UUID) -> Q:
    """Return a condition for a page in all languages and what stands below it; one query."""
    condition = Q(pk__in=[])
    roots = Page.objects.filter(translation_key=translation_key)
    for path in roots.values_list("path", flat=True):
        condition |= Q(path__startswith=path)
    return condition


def scope_of(token: APIToken) -> TokenScope:
    """Return the stored scope of a token, else the narrowest: public pages, no writing."""
    return getattr(token, "scope", None) or TokenScope(token=token)


@transaction.atomic
def rotate(token: APIToken, old_valid_until: datetime.datetime) -> tuple[APIToken, str]:
    """Return a new token with the scope of ``token``, and its secret, which is not kept.

    The old one goes on working until ``old_valid_until``, or its own earlier end.
    """
    new, secret = APIToken.create_token(user=token.user, name=token.name)
    scope = scope_of(token)
    copied: dict[str, Any] = {
        name: getattr(scope, name)
        for name in ("locales", "page_types", "subtree", "reads_drafts", "writes", "expires_at")
    }
    TokenScope._default_manager.create(token=new, **copied)
    scope.expires_at = min(scope.expires_at or old_valid_until, old_valid_until)
    scope.replaced_by = new
    scope.save()
    return new, secret
