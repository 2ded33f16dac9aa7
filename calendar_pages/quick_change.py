"""Changing dates and status of a public event at once, without publishing anything else."""

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.dispatch import Signal
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import View
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.admin.widgets import Button
from wagtail.log_actions import log

from calendar_pages.models import EventDate, EventPage

#: Sent with ``page`` (the event as it is public now) and ``user``.
event_changed = Signal()
LOG_ACTION = "calendar_pages.quick_change"
DATE_FACTS = ["start_date", "start_time", "end_date", "end_time", "all_day", "open_end"]


class QuickChangeForm(WagtailAdminModelForm):
    """Dates and status of an event, nothing else."""

    class Meta:
        model = EventPage
        fields = ["status", "status_note", "previous_start"]
        formsets = {"dates": {"fields": DATE_FACTS, "min_num": 1, "validate_min": True}}
        # Two empty rows: a form without script has no button to add one.
        extra_form_count = 2


def is_offered(page, user):
    """Return whether a page is a public event that ``user`` may change."""
    return isinstance(page, EventPage) and page.live and page.permissions_for_user(user).can_edit()


def obstacle(page, user):
    """Return why ``user`` cannot change a public event at once, or ``None``."""
    if page.locale.language_code != settings.LANGUAGE_CODE or page.alias_of_id:
        return _("Change the German event; its dates and status are taken over from there.")
    if page.current_workflow_state and page.workflow_in_progress:
        return _("This event waits for approval. Cancel that first, or ask the editors.")
    if page.permissions_for_user(user).page_locked():
        return _("This event is locked. Ask whoever locked it.")
    if page.revisions.filter(approved_go_live_at__isnull=False).exists():
        return _("A version of this event is planned. Change that one, or cancel its publication.")
    return None


class QuickChangeView(WagtailAdminTemplateMixin, View):
    """The form, and what happens with it."""

    page_title = gettext_lazy("Change dates or status")
    header_icon = "date"
    template_name = "calendar_pages/quick_change.html"

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.event = get_object_or_404(EventPage, pk=kwargs["page_id"])

    def dispatch(self, request, *args, **kwargs):
        if not is_offered(self.event, request.user):
            raise PermissionDenied
        message = obstacle(self.event, request.user)
        if message:
            messages.error(request, message)
            return redirect(reverse("wagtailadmin_pages:edit", args=[self.event.pk]))
        return super().dispatch(request, *args, **kwargs)

    def get(self, request, *args, **kwargs):
        return self.render_to_response(self.get_context_data())

    def post(self, request, *args, **kwargs):
        if not self.form.is_valid():
            return self.get(request)
        if self.form.has_changed():
            change_at_once(self.form, request.user)
        messages.success(request, _("The change is public."))
        return redirect(reverse("wagtailadmin_explore", args=[self.event.get_parent().pk]))

    @cached_property
    def form(self):
        data = self.request.POST if self.request.method == "POST" else None
        return QuickChangeForm(data, instance=self.event, for_user=self.request.user)

    def get_page_subtitle(self):
        return self.event.title

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            form=self.form, event=self.event, media=self.form.media, **kwargs
        )


@transaction.atomic
def change_at_once(form, user):
    """Make what a valid form says public, and part of the draft.

    Other languages follow the publication (``univercity.translation.source_changes``).
    """
    event = form.instance
    draft = event.has_unpublished_changes and event.get_latest_revision()
    changed = [name for name in form.changed_data if name in form._meta.fields]
    with_dates = form.formsets["dates"].has_changed()
    _publish(form.save(commit=False), user)
    event = EventPage.objects.get(pk=event.pk)
    if draft:
        _write_facts(event, draft.as_object(), changed, with_dates).save_revision(
            user=user, clean=False
        )
    log(instance=event, action=LOG_ACTION, user=user, revision=event.live_revision)
    transaction.on_commit(lambda: event_changed.send(sender=EventPage, page=event, user=user))


def _publish(page, user):
    revision = page.save_revision(user=user)
    # The right to do so is that of this view: to change the page.
    PublishPageRevisionAction(revision, user=user).execute(skip_permission_checks=True)


def _write_facts(event, target, names, with_dates):
    """Write facts of an event to its draft and return that.

    A date is found again by its translation key, so that it keeps its title.
    """
    for name in names:
        setattr(target, name, getattr(event, name))
    if with_dates:
        known = {date.translation_key: date for date in target.dates.all()}
        target.dates.set(
            _copy_date(date, known.get(date.translation_key), target, number)
            for number, date in enumerate(event.dates.all())
        )
    return target


def _copy_date(date, known, target, number):
    copy = known or EventDate(translation_key=date.translation_key, locale=target.locale)
    copy.pk = date.pk
    copy.sort_order = number
    for name in DATE_FACTS:
        setattr(copy, name, getattr(date, name))
    return copy


def url_patterns():
    address = "pages/<int:page_id>/quick-change/"
    return [path(address, QuickChangeView.as_view(), name="calendar_pages_quick_change")]


def offer_quick_change(page, user, view_name, next_url=None):
    if is_offered(page, user):
        yield Button(
            _("Change dates or status"),
            reverse("calendar_pages_quick_change", args=[page.pk]),
            icon_name="date",
            priority=12,
        )


def offer_quick_change_in_lists(page, user, next_url=None):
    return offer_quick_change(page, user, "index", next_url)


def register_quick_change_action(actions):
    actions.register_action(
        LOG_ACTION,
        gettext_lazy("Change dates or status"),
        gettext_lazy("Dates or status changed at once"),
    )
