"""Bulk actions in the admin: the confirmation, and how far one is."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from functools import partial
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Count, Q
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView, TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Locale, Page

from univercity.translation.objects import title_of
from univercity.translation_desk.assignments.models import TranslationJob
from univercity.translation_desk.bulk_actions.actions import ACTIONS, BY_NAME, Action
from univercity.translation_desk.bulk_actions.models import Batch, BatchItem
from univercity.translation_desk.bulk_actions.tasks import start
from univercity.translation_desk.overview.views import OverviewView, url_name
from univercity.translation_desk.overview.visibility import sources, target_locales, visible_kinds

PROGRESS = "univercity_translations_progress"
#: Titles that the confirmation names; it counts the others.
NAMED = 50


class ActionView(WagtailAdminTemplateMixin, FormView):
    """Names what was chosen, asks what the action needs to know, and starts it.

    What was chosen stays in the address: ids, or everything that filters have left.
    """

    action: Action = ACTIONS[0]
    template_name = "translation_desk/bulk_actions/confirm.html"
    header_icon = "wagtail-localize-language"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.has_perm(self.action.permission):
            raise PermissionDenied
        self.kind = find_kind(request)
        self.rows = chosen_rows(request, self.kind)
        if not self.rows:
            messages.warning(request, _("Choose at least one row first."))
            return redirect(self.back)
        return super().dispatch(request, *args, **kwargs)

    @property
    def back(self) -> str:
        """Address of the report, as it was."""
        return f"{reverse(url_name(self.kind))}?{self.request.GET.get('choice', '')}"

    def get_page_title(self) -> Any:
        return self.action.label

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *self.breadcrumbs_items,
            {"url": self.back, "label": OverviewView.page_title},
            {"url": "", "label": self.get_page_title()},
        ]

    def get_form_class(self) -> Any:
        return self.action.form_class

    def get_form_kwargs(self) -> dict[str, Any]:
        locales = target_locales()
        named = QueryDict(self.request.GET.get("choice", "")).getlist("language")
        chosen = [locale for locale in locales if not named or str(locale.pk) in named]
        single = len(self.rows) == 1 and len(chosen) == 1
        job = None
        if single:
            place = (self.rows[0].translation_key, chosen[0].pk)
            job = next(iter(TranslationJob.objects.open().at([place])), None)
            locales = chosen
        own = {"locales": locales, "chosen": chosen, "single": single, "job": job}
        return {**super().get_form_kwargs(), **own}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(
            action=self.action,
            titles=[title_of(row) for row in self.rows[:NAMED]],
            others=max(len(self.rows) - NAMED, 0),
            number=len(self.rows),
            back=self.back,
            **kwargs,
        )
        return context

    def form_valid(self, form: Any) -> HttpResponse:
        batch = make_batch(
            self.action,
            self.request.user,
            self.rows,
            list(form.cleaned_data["languages"]),
            form.options(),
        )
        return redirect(PROGRESS, batch.pk)


def find_kind(request: HttpRequest) -> type[Any]:
    """Return the kind that was chosen from; raises ``Http404`` for what the account cannot see."""
    wanted = request.GET.get("kind", Page._meta.label_lower)
    for kind in visible_kinds(request.user):
        if kind._meta.label_lower == wanted:
            return kind
    raise Http404


def chosen_rows(request: HttpRequest, kind: type[Any]) -> list[Any]:
    """Return what was ticked, or everything that fits the filters of the report."""
    if request.GET.get("all"):
        report = OverviewView(kind=kind)
        filtered = copy.copy(request)
        filtered.GET = QueryDict(request.GET.get("choice", ""))
        report.setup(filtered)
        rows = report.get_queryset()
    else:
        ids = [pk for pk in request.GET.getlist("id") if pk.isdecimal()]
        rows = sources(request.user, kind).filter(pk__in=ids)
    # Pages above others come first: they have to be there, and public, before those below.
    return list(rows.order_by("path") if kind is Page else rows)


@transaction.atomic
def make_batch(
    action: Action, user: Any, rows: Sequence[Any], locales: list[Locale], options: dict[str, Any]
) -> Batch:
    """Note what is to be done, and start it after the commit."""
    batch = Batch.objects.create(action=action.name, user=user, options=options)
    BatchItem.objects.bulk_create(
        BatchItem(
            batch=batch,
            translation_key=row.translation_key,
            content_type=type_of(row),
            locale=locale,
            title=title_of(row)[:255],
        )
        for row in rows
        for locale in locales
    )
    transaction.on_commit(partial(start.enqueue, batch.pk))
    return batch


def type_of(row: Any) -> ContentType:
    if isinstance(row, Page):
        return ContentType.objects.get_for_id(row.content_type_id)
    return ContentType.objects.get_for_model(row)


class ProgressView(WagtailAdminTemplateMixin, TemplateView):
    """How far a bulk action is, and what was not done and why."""

    page_title = gettext_lazy("Progress")
    header_icon = "wagtail-localize-language"
    template_name = "translation_desk/bulk_actions/progress.html"

    def get_page_subtitle(self) -> Any:
        return BY_NAME[self.batch.action].label

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *self.breadcrumbs_items,
            {"url": reverse(url_name(Page)), "label": OverviewView.page_title},
            {"url": "", "label": self.get_page_title(), "sublabel": self.get_page_subtitle()},
        ]

    def dispatch(
        self, request: HttpRequest, *args: Any, batch_id: int, **kwargs: Any
    ) -> HttpResponseBase:
        self.batch = get_object_or_404(Batch, pk=batch_id, user=request.user)
        return super().dispatch(request, *args, **kwargs)

    def get_template_names(self) -> list[str]:
        part = "translation_desk/bulk_actions/progress_part.html"
        return [part] if "part" in self.request.GET else [self.template_name]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        states = BatchItem.State
        counts = self.batch.items.aggregate(
            total=Count("pk"),
            done=Count("pk", filter=Q(state=states.DONE)),
            refused=Count("pk", filter=Q(state=states.REFUSED)),
        )
        finished = counts["done"] + counts["refused"]
        refused = self.batch.items.filter(state=states.REFUSED).select_related("locale")
        context: dict[str, Any] = super().get_context_data(
            **counts,
            finished=finished,
            is_finished=finished == counts["total"],
            refused_items=refused.order_by("pk"),
            back=reverse(url_name(Page)),
            **kwargs,
        )
        return context


def register_actions() -> list[Any]:
    return [
        *(
            path(
                f"translation-work/{action.name}/",
                ActionView.as_view(action=action),
                name=f"univercity_translations_{action.name}",
            )
            for action in ACTIONS
        ),
        path("translation-work/<int:batch_id>/", ProgressView.as_view(), name=PROGRESS),
    ]
