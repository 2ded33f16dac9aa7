"""The slug of a page, fixed from its first publication on."""

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
