"""Forms of the admin for tokens: what they are made for, and their rotation."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateTimeInput, AdminPageChooser
from wagtail.log_actions import log
from wagtail.models import APIToken, Page, get_page_models
from wagtail.users.views.api_tokens import APITokenForm

from univercity.api.access.models import TokenScope, scope_of

#: Action in the history of a token; its data hold the scope.
LIMITED = "univercity.apitoken.scope"


def page_type_choices() -> list[tuple[str, str]]:
    types = [model for model in get_page_models() if model is not Page and model.is_creatable]
    return sorted((model._meta.label, capfirst(model._meta.verbose_name)) for model in types)


class ScopeFields(forms.Form):
    """What a token is made for; nothing ticked is the least: it reads public pages."""

    state = forms.ChoiceField(
        label=_("Reads"),
        choices=[
            ("public", _("public pages only")),
            ("drafts", _("public pages, and drafts that the account may change")),
        ],
        widget=forms.RadioSelect,
        initial="public",
    )
    writes = forms.BooleanField(
        label=_("Writes"),
        required=False,
        help_text=_("Whatever the account may change, if this site takes changes by API at all"),
    )
    locales = forms.MultipleChoiceField(
        label=_("Languages"),
        required=False,
        choices=settings.WAGTAIL_CONTENT_LANGUAGES,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("None means all"),
    )
    page_types = forms.MultipleChoiceField(
        label=_("Page types"),
        required=False,
        choices=page_type_choices,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("None means all"),
    )
    section = forms.ModelChoiceField(
        label=_("Section"),
        required=False,
        queryset=Page.objects.filter(depth__gt=1),
        widget=AdminPageChooser,
        help_text=_("This page with all below it, in every language; none means the whole site"),
    )
    expires_at = forms.DateTimeField(
        label=_("Valid until"),
        required=False,
        widget=AdminDateTimeInput,
        help_text=_("Empty means until somebody revokes it"),
    )

    def clean_expires_at(self) -> Any:
        moment = self.cleaned_data["expires_at"]
        if moment and moment <= timezone.now() and "expires_at" in self.changed_data:
            raise ValidationError(_("Choose a time in the future. To end it now, revoke it."))
        return moment

    def save_scope(self, token: APIToken, user: Any) -> None:
        """Store the scope of ``token`` and write it to its history."""
        chosen = self.cleaned_data
        scope, _created = TokenScope._default_manager.update_or_create(
            token=token,
            defaults={
                "locales": chosen["locales"],
                "page_types": chosen["page_types"],
                "subtree": chosen["section"] and chosen["section"].translation_key,
                "reads_drafts": chosen["state"] == "drafts",
                "writes": chosen["writes"],
                "expires_at": chosen["expires_at"],
            },
        )
        log(token, LIMITED, user=user, data={"scope": summary(scope)})


def summary(scope: TokenScope) -> dict[str, Any]:
    """Return a scope as the history keeps it."""
    return {
        "state": "drafts" if scope.reads_drafts else "public",
        "writes": scope.writes,
        "locales": scope.locales,
        "page_types": scope.page_types,
        "section": scope.subtree and str(scope.subtree),
        "expires_at": scope.expires_at and scope.expires_at.isoformat(),
    }


class NewTokenForm(ScopeFields, APITokenForm):
    """Name, account and scope of a new token."""

    field_order = ("name", "user")


class TokenForm(ScopeFields, forms.ModelForm):
    """Name and scope of a token that exists."""

    class Meta:
        model = APIToken
        fields = ("name",)

    field_order = ("name",)

    def __init__(self, *args: Any, for_user: Any = None, **kwargs: Any):
        scope = scope_of(kwargs["instance"])
        section = Page.objects.filter(translation_key=scope.subtree).order_by("pk").first()
        initial = {
            "locales": scope.locales,
            "page_types": scope.page_types,
            "section": section,
            "state": "drafts" if scope.reads_drafts else "public",
            "writes": scope.writes,
            "expires_at": scope.expires_at,
        }
        super().__init__(*args, **{**kwargs, "initial": initial})
        # A section that was deleted leaves nothing to read; an empty field would mean all pages.
        self.fields["section"].required = bool(scope.subtree and not section)


class RotationForm(forms.Form):
    """How long the old secret goes on working beside the new one."""

    old_valid_until = forms.DateTimeField(
        label=_("The old token is valid until"),
        widget=AdminDateTimeInput,
        help_text=_("Exchange the token in your application until then"),
    )

    def clean_old_valid_until(self) -> Any:
        moment = self.cleaned_data["old_valid_until"]
        if moment < timezone.now():
            raise ValidationError(_("Choose a time in the future."))
        return moment
