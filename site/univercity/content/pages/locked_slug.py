"""The slug of a page, fixed from its first publication on, and the form in which it is edited."""

from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import formats, timezone
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.forms.pages import WagtailAdminPageForm
from wagtail.models import Page


class LockedSlug:
    """For pages: what was public stays at its address, by whatever way the page is written.

    Old revisions, translations and the API bring slugs along that the page has or had; none of them
    means to change an address. ``change_slug`` does.
    """

    #: Set on the object for the one save that changes the address.
    slug_unlocked = False

    @property
    def was_public(self):
        return self.first_published_at is not None

    def change_slug(self, slug):
        """Give the page another address at once; the old one leads to it."""
        self.slug, self.slug_unlocked = slug, True
        self.save(clean=False)  # a page that lacks a field of today keeps what it shows
        self.slug_unlocked = False

    def save(self, *args, **kwargs):
        names = kwargs.get("update_fields")
        if self.pk and not self.slug_unlocked and (names is None or "slug" in names):
            public = Page.objects.filter(pk=self.pk, first_published_at__isnull=False)
            self.slug = public.values_list("slug", flat=True).first() or self.slug
        return super().save(*args, **kwargs)

    def with_content_json(self, content):
        page = super().with_content_json(content)
        if self.was_public:
            page.slug, page.url_path = self.slug, self.url_path
        return page


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
