"""Tokens in the admin: Wagtail's views, with the scope of a token, its rotation and history."""

from datetime import timedelta
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets import AdminDateTimeInput, AdminPageChooser
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import LogActionRegistry, LogFormatter, log
from wagtail.models import APIToken, ModelLogEntry, Page, get_page_models
from wagtail.users.utils import user_can_manage_token
from wagtail.users.views import api_tokens
from wagtail.users.views.api_tokens import APITokenForm

from univercity.api.models import TokenScope, rotate, scope_of

#: Action in the history of a token; its data hold the scope.
LIMITED = "univercity.apitoken.scope"
#: Action in the history of a token; its data name the token that follows, and until when both work.
ROTATED = "univercity.apitoken.rotate"
#: Proposed to overlap; the application that uses the token is changed in between.
OVERLAP = timedelta(days=7)


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


def shown_scope(scope: TokenScope) -> str:
    parts = [_("drafts") if scope.reads_drafts else _("public pages")]
    parts += [_("writing")] if scope.writes else []
    parts += [_("limited")] if scope.is_limited else []
    return ", ".join(str(part) for part in parts)


class IndexView(api_tokens.IndexView):
    @cached_property
    def columns(self) -> list[Column]:
        return [
            *super().columns,
            Column("scope", label=_("Scope"), accessor=lambda token: shown_scope(scope_of(token))),
            Column(
                "expires_at",
                label=_("Valid until"),
                accessor=lambda token: scope_of(token).expires_at,
            ),
        ]

    def get_queryset(self) -> Any:
        return super().get_queryset().select_related("scope")


class CreateView(api_tokens.CreateView):
    def form_valid(self, form: NewTokenForm) -> HttpResponse:
        response = super().form_valid(form)
        form.save_scope(self.object, self.request.user)
        return response


class EditView(api_tokens.EditView):
    def save_instance(self) -> APIToken:
        token = super().save_instance()
        self.form.save_scope(token, self.request.user)
        return token

    @property
    def header_more_buttons(self) -> list[Button]:
        buttons = super().header_more_buttons
        if self.object.revoked_at:
            return buttons
        address = reverse("wagtailusers_api_tokens:rotate", args=[self.object.pk])
        return [*buttons, Button(_("Rotate"), url=address, icon_name="rotate", priority=15)]


class RotateView(WagtailAdminTemplateMixin, FormView):
    """Issues a new secret with the same scope, and ends the old one at a chosen time."""

    form_class = RotationForm
    template_name = "wagtailadmin/generic/form.html"
    page_title = _("Rotate the token")
    header_icon = "rotate"

    def dispatch(
        self, request: HttpRequest, *args: Any, pk: int, **kwargs: Any
    ) -> HttpResponseBase:
        tokens = APIToken.objects.select_related("user", "scope")
        self.token = get_object_or_404(tokens, pk=pk, revoked_at=None)
        if not user_can_manage_token(request.user, self.token.user, "wagtailcore.change_apitoken"):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_initial(self) -> dict[str, Any]:
        return {"old_valid_until": timezone.now() + OVERLAP}

    def get_page_subtitle(self) -> str:
        return str(self.token)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            action_url=self.request.path,
            submit_button_label=_("Issue a new token"),
            **kwargs,
        )

    def form_valid(self, form: RotationForm) -> HttpResponse:
        until = form.cleaned_data["old_valid_until"]
        new, secret = rotate(self.token, until)
        user = self.request.user
        log(self.token, ROTATED, user=user, data={"new": new.pk, "until": until.isoformat()})
        log(new, "wagtail.apitoken.create", user=user, data={"old": self.token.pk})
        title = _("API token created")
        return TemplateResponse(
            self.request,
            "wagtailusers/api_tokens/created.html",
            self.get_context_data(form=form)
            | {"object": new, "token": secret, "page_title": title, "header_title": title},
        )


class TokenViewSet(api_tokens.APITokenViewSet):
    """Wagtail's view set, in whose place it stands (``wagtail_patches.token_views``)."""

    index_view_class = IndexView
    add_view_class = CreateView
    edit_view_class = EditView

    def get_form_class(self, for_update: bool = False) -> Any:
        return TokenForm if for_update else NewTokenForm

    def get_urlpatterns(self) -> list[Any]:
        rotation = path("rotate/<int:pk>/", RotateView.as_view(), name="rotate")
        return [*super().get_urlpatterns(), rotation]


def register_token_actions(actions: LogActionRegistry) -> None:
    @actions.register_action(LIMITED)
    class ScopeFormatter(LogFormatter):
        label = _("Set the scope of an API token")

        def format_message(self, log_entry: ModelLogEntry) -> str:
            scope = log_entry.data["scope"]
            given = ", ".join(f"{name}: {value}" for name, value in scope.items() if value)
            return str(_("Scope of the API token set (%(scope)s)")) % {"scope": given}

    @actions.register_action(ROTATED)
    class RotationFormatter(LogFormatter):
        label = _("Rotate an API token")

        def format_message(self, log_entry: ModelLogEntry) -> str:
            text = _("Token rotated; this one is valid until %(until)s")
            return str(text) % {"until": log_entry.data["until"]}
