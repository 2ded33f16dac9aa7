"""Tokens in the admin: Wagtail's views, with the scope, and rotation."""

from datetime import timedelta
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import log
from wagtail.models import APIToken
from wagtail.users.utils import user_can_manage_token
from wagtail.users.views import api_tokens

from univercity.api.access.forms import NewTokenForm, RotationForm, TokenForm
from univercity.api.access.models import TokenScope, rotate, scope_of

#: Action in the history of a token; its data name the token that follows, and until when both work.
ROTATED = "univercity.apitoken.rotate"
#: Proposed to overlap; the application that uses the token is changed in between.
OVERLAP = timedelta(days=7)


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
    """Wagtail's view set; wagtail.users takes it from its module by name."""

    index_view_class = IndexView
    add_view_class = CreateView
    edit_view_class = EditView

    def get_form_class(self, for_update: bool = False) -> Any:
        return TokenForm if for_update else NewTokenForm

    def get_urlpatterns(self) -> list[Any]:
        rotation = path("rotate/<int:pk>/", RotateView.as_view(), name="rotate")
        return [*super().get_urlpatterns(), rotation]
