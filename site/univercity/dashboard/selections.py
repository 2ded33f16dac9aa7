"""What an account should look at: pages and images, each only where the account may change them."""

import datetime

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models import (
    Case,
    CharField,
    Count,
    DateTimeField,
    F,
    Max,
    OuterRef,
    Q,
    Subquery,
    When,
)
from django.db.models.functions import Cast
from django.utils import timezone
from wagtail.images import get_image_model
from wagtail.models import Page, PageLogEntry, ReferenceIndex, Revision, get_page_models
from wagtail.permissions import policy_registry

from univercity.dashboard.reviews import REVIEWED
from univercity.translation.state import behind, with_translation_states

PLANNED_DAYS = 14
REVIEW_DAYS = 365


def changeable_pages(user):
    policy = policy_registry.get_by_type(Page)
    return policy.instances_user_has_permission_for(user, "change").filter(depth__gt=1)


def drafts(user):
    """Pages whose latest change is the user's and not published."""
    pages = changeable_pages(user).filter(has_unpublished_changes=True, latest_revision__user=user)
    return pages.order_by("-latest_revision_created_at")


def planned(user):
    """Pages that go live or expire within the next days, with the time as ``planned_at``."""
    soon = (timezone.now(), timezone.now() + datetime.timedelta(days=PLANNED_DAYS))
    scheduled = Revision.page_revisions.filter(
        object_id=Cast(OuterRef("pk"), CharField()), approved_go_live_at__isnull=False
    ).order_by("approved_go_live_at")
    pages = changeable_pages(user).annotate(
        goes_live_at=Subquery(scheduled.values("approved_go_live_at")[:1]),
        planned_at=Case(
            When(goes_live_at__range=soon, then=F("goes_live_at")),
            default=F("expire_at"),
            output_field=DateTimeField(),
        ),
    )
    expiring = Q(live=True, expire_at__range=soon)
    return pages.filter(Q(goes_live_at__range=soon) | expiring).order_by("planned_at")


def untranslated(user):
    """Public pages in the source language with a translation missing or out of date.

    Those of the user are the pages that they may change in either language.
    """
    mine = changeable_pages(user)
    pages = Page.objects.filter(
        Q(pk__in=mine.values("pk")) | Q(translation_key__in=mine.values("translation_key")),
        locale__language_code=settings.LANGUAGE_CODE,
        alias_of=None,
        live=True,
    )
    return with_translation_states(pages).filter(behind()).order_by("-last_published_at")


def due_for_review(user):
    """Public pages neither published nor confirmed for a year, with ``reviewed_at``.

    Types that say when they are over (``goes_out_of_date = False``) are never due.
    """
    lately = timezone.now() - datetime.timedelta(days=REVIEW_DAYS)
    ageing = [model for model in get_page_models() if getattr(model, "goes_out_of_date", False)]
    reviews = PageLogEntry.objects.filter(page=OuterRef("pk"), action=REVIEWED).order_by()
    last_review = reviews.values("page").annotate(latest=Max("timestamp")).values("latest")
    pages = changeable_pages(user).type(*ageing).filter(live=True, last_published_at__lt=lately)
    pages = pages.annotate(reviewed_at=Subquery(last_review))
    never_or_long_ago = Q(reviewed_at=None) | Q(reviewed_at__lt=lately)
    return pages.filter(never_or_long_ago).order_by("last_published_at")


def images_without_alt_text(user):
    """Images without a description that are not decorative, with their number of ``uses``."""
    uses = (
        ReferenceIndex.objects.filter(
            to_content_type=ContentType.objects.get_for_model(get_image_model()),
            to_object_id=Cast(OuterRef("pk"), CharField()),
        )
        .order_by()
        .values("to_object_id")
        .annotate(number=Count("pk"))
        .values("number")
    )
    policy = policy_registry.get_by_type(get_image_model())
    images = policy.instances_user_has_permission_for(user, "change")
    images = images.filter(description="", always_decorative=False)
    return images.annotate(uses=Subquery(uses)).order_by(F("uses").desc(nulls_last=True), "title")


def pages_without_alt_text(user):
    """Pages that show an image which is not decorative without saying what it shows."""
    lacking = Q()
    for model in get_page_models():
        for name in getattr(model, "images_with_alt", []):
            fields = {f"{name}__isnull": False, f"{name}__always_decorative": False}
            pages = model.objects.filter(**fields, **{f"{name}_alt": ""})
            lacking |= Q(pk__in=pages.values("pk"))
    return changeable_pages(user).filter(lacking).order_by("title")
