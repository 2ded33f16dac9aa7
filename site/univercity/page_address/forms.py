"""The slug in the editor, and the form that changes it after publication."""

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import formats, timezone
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.forms.pages import WagtailAdminPageForm
from wagtail.admin.widgets.slug import SlugInput
from wagtail.models import Page

from univercity.slugs import FORMATTERS

#: The permission, which ``SiteSettings`` declares.
CHANGE_SLUG = "univercity.change_slug"


def may_change_address(user, page):
    """Return whether ``user`` may change the address of a page that was public."""
    allowed = page.permissions_for_user(user)
    return user.has_perm(CHANGE_SLUG) and allowed.can_publish() and not allowed.page_locked()


class PageForm(WagtailAdminPageForm):
    """The edit form of every page type: the slug is fixed once the page was public.

    The hook ``check_page_form`` gets the form before it is validated, and may raise
    :class:`django.core.exceptions.PermissionDenied`.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "slug" in self.fields and self.instance.was_public:
            self.fields["slug"].disabled = True  # Django then takes the value from the page
            self.fields["slug"].help_text = self.explanation()

    def full_clean(self):
        for check in hooks.get_hooks("check_page_form"):
            check(self)
        super().full_clean()

    def save(self, commit=True):
        self.instance.minor_edit = self.data.get("action-publish") == "minor-edit"
        return super().save(commit)

    def explanation(self):
        since = timezone.localtime(self.instance.first_published_at)
        text = _(
            "Fixed since the page was published on %(date)s, so that links and bookmarks keep "
            "working."
        ) % {"date": formats.date_format(since, "SHORT_DATE_FORMAT")}
        if self.for_user and may_change_address(self.for_user, self.instance):
            address = reverse("univercity_change_address", args=[self.instance.pk])
            return format_html('{} <a href="{}">{}</a>', text, address, _("Change the address"))
        return format_html("{} {}", text, _("Administrators can change it."))

    def clean(self):
        cleaned = super().clean()
        if self.is_deferred_validation:  # the preview brings an invented slug, which is ignored
            return cleaned
        posted = self.data.get(self.add_prefix("slug"))
        if self.instance.was_public and posted and posted != self.instance.slug:
            message = _("The page was published under this address. It stays: %(slug)s")
            self.add_error("slug", ValidationError(message, params={"slug": self.instance.slug}))
        return cleaned


class AddressForm(forms.Form):
    """Asks for the new last part of an address."""

    slug = forms.SlugField(
        label=_("New last part of the address"),
        max_length=255,
        widget=SlugInput(formatters=FORMATTERS),
        help_text=_("Small letters, digits and hyphens, for example: lange-nacht-der-wissenschaft"),
    )

    def __init__(self, *args, page, **kwargs):
        super().__init__(*args, **kwargs)
        self.page = page

    def clean_slug(self):
        slug = self.cleaned_data["slug"]
        if slug == self.page.slug:
            raise ValidationError(_("This is the address that the page has. Enter another one."))
        if not Page._slug_is_available(slug, self.page.get_parent(), self.page):
            raise ValidationError(_("Another page here has this address. Enter another one."))
        return slug
