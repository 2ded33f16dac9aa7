"""Passing the preview of a page on, and taking it back."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Page

from univercity.frontend_preview.issuing import issue
from univercity.frontend_preview.models import Frontend, PreviewToken
from univercity.frontend_preview.modes import frontends_for
from univercity.frontend_preview.placing import may_preview

#: Whoever holds it sees and revokes the tokens of everybody, not only their own.
SEE_ALL = "univercity.change_previewtoken"


def tokens_of(user: Any) -> QuerySet[PreviewToken]:
    """Return the tokens that ``user`` may see and revoke."""
    tokens = PreviewToken.objects.all()
    return tokens if user.has_perm(SEE_ALL) else tokens.filter(user=user)


class ShareForm(forms.Form):
    frontend = forms.ModelChoiceField(
        Frontend.objects.none(),
        required=False,
        label=gettext_lazy("Where to show it"),
        empty_label=gettext_lazy("This website"),
        help_text=gettext_lazy("For example: This website"),
    )

    def __init__(self, *args: Any, page: Page, **kwargs: Any):
        super().__init__(*args, **kwargs)
        keys = [frontend.pk for frontend in frontends_for(page)]
        field: Any = self.fields["frontend"]
        field.queryset = Frontend.objects.filter(pk__in=keys)


class SharePreviewView(WagtailAdminTemplateMixin, FormView):
    """Makes a link to the latest draft of a page, for people without an account."""

    form_class = ShareForm
    template_name = "univercity/share_preview.html"
    page_title = gettext_lazy("Share a preview")
    header_icon = "view"

    page: Page

    def dispatch(self, request: HttpRequest, *args: Any, page_id: int, **kwargs: Any) -> Any:
        page = get_object_or_404(Page, pk=page_id)
        if not may_preview(page, request.user):
            raise PermissionDenied
        self.page = page.get_latest_revision_as_object()
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "page": self.page}

    def get_page_subtitle(self) -> str:
        return str(self.page.get_admin_display_title())

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        address = reverse("wagtailadmin_pages:edit", args=[self.page.pk])
        editor = {"url": address, "label": self.get_page_subtitle()}
        return [*super().get_breadcrumbs_items(), editor, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            page=self.page,
            action_url=self.request.path,
            submit_button_label=_("Make a link"),
            **kwargs,
        )

    def form_valid(self, form: ShareForm) -> HttpResponse:
        """Show the link once: it stands in no list afterwards."""
        frontend = form.cleaned_data["frontend"]
        issued = issue(self.request.user, self.page, frontend, follows_form=False)
        address = self.request.build_absolute_uri(issued.address)
        context = self.get_context_data(form=form, address=address, expires=issued.row.expires_at)
        return self.render_to_response(context)


@require_POST
def revoke(request: HttpRequest, token_id: int) -> HttpResponse:
    """End a token at once."""
    token = tokens_of(request.user).filter(pk=token_id, revoked_at=None).first()
    if token is None:
        raise PermissionDenied
    token.revoke()
    messages.success(request, _("The preview of “%(title)s” is closed.") % {"title": token.title})
    return redirect("univercity_previews")
