"""Links and images of a translation: those of the source, or others chosen for the language."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.db import models
from django.db.models import OuterRef, Subquery
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView, TemplateView
from wagtail import blocks
from wagtail.admin import messages
from wagtail.admin.forms.models import formfield_for_dbfield
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail_localize.models import OverridableSegment, SegmentOverride, Translation

from univercity.translation_desk.editor.rights import rights_of, translation_for
from univercity.translation_desk.editor.saving import apply_texts
from univercity.translation_desk.editor.texts import Desk
from univercity.translation_desk.places import Place, Places


@dataclass
class Value:
    """A link or an image at a place; ``own`` is the one chosen for the language."""

    segment: OverridableSegment
    place: Place
    field: forms.Field | None
    given: Any
    own: Any = None
    error: str = ""


def values_of(translation: Translation, places: Places) -> list[Value]:
    """Return links and images in the order of the page, in a query for each kind of target."""
    chosen = overrides(translation).filter(context=OuterRef("context"))
    segments = OverridableSegment.objects.filter(source=translation.source_id).annotate(
        own=Subquery(chosen.values("data_json")[:1]),
        error=Subquery(chosen.values("field_error")[:1]),
    )
    values = []
    for segment in segments.select_related("context").order_by("order"):
        place = place_of_value(places, segment.context.path)
        own = json.loads(segment.own or "null")
        values.append(
            Value(segment, place, form_field(place), segment.data, own, segment.error or "")
        )
    name_targets(values)
    return values


def overrides(translation: Translation) -> Any:
    return SegmentOverride.objects.filter(
        locale=translation.target_locale_id, context__object=translation.source.object_id
    )


def place_of_value(places: Places, path: str) -> Place:
    """Return the place of a value; an address in a rich text stands in quotes behind its path."""
    before, quote, _address = path.partition(".'")
    place = places.at(before if quote else path)
    if not quote:
        return place
    return Place((*place.labels, _("Link")), block_id=place.block_id, holder=models.URLField())


def form_field(place: Place) -> forms.Field | None:
    """Return what a value is chosen with; ``None`` where there is nothing to choose."""
    if isinstance(place.holder, models.Field):
        field: forms.Field | None = formfield_for_dbfield(place.holder)
    elif isinstance(place.holder, blocks.FieldBlock):
        field = deepcopy(place.holder.field)  # one for all forms that the block is part of
    else:
        field = None
    return field


def name_targets(values: Iterable[Value]) -> None:
    """Put the pages, images and the like in place of their ids."""
    wanted: dict[Any, set[Any]] = defaultdict(set)
    for value in values:
        queryset = getattr(value.field, "queryset", None)
        if queryset is not None:
            wanted[queryset.model] |= {value.given, value.own} - {None}
    found = {model: model._default_manager.in_bulk(ids) for model, ids in wanted.items()}
    for value in values:
        queryset = getattr(value.field, "queryset", None)
        if queryset is not None:
            value.given = found[queryset.model].get(value.given, value.given)
            value.own = found[queryset.model].get(value.own, value.own)


def count_values(translation: Translation) -> int:
    return OverridableSegment.objects.filter(source=translation.source_id).count()


class ValuesView(WagtailAdminTemplateMixin, TemplateView):
    """Lists the links and images of a translation, each with the way to choose another."""

    template_name = "translation_desk/editor/values.html"
    page_title = gettext_lazy("Links and images")
    header_icon = "link"

    def dispatch(
        self, request: HttpRequest, *args: Any, translation_id: int, **kwargs: Any
    ) -> HttpResponseBase:
        self.translation, self.target = translation_for(request, translation_id, to_change=False)
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self) -> str:
        return str(self.target)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        editor = {"url": self.translation.get_target_instance_edit_url(), "label": str(self.target)}
        return [*self.breadcrumbs_items, editor, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            translation=self.translation,
            values=values_of(self.translation, Desk(self.translation).places),
            rights=rights_of(self.request.user, self.target),
            **kwargs,
        )


class OverrideView(WagtailAdminTemplateMixin, FormView):
    """Chooses another link or image for the language, or goes back to that of the source."""

    template_name = "translation_desk/editor/override.html"
    page_title = gettext_lazy("Choose for this language")
    header_icon = "link"

    def dispatch(
        self, request: HttpRequest, *args: Any, translation_id: int, segment_id: int, **kwargs: Any
    ) -> HttpResponseBase:
        self.translation, self.target = translation_for(request, translation_id, to_change=True)
        segment = get_object_or_404(
            OverridableSegment, pk=segment_id, source=self.translation.source_id
        )
        values = values_of(self.translation, Desk(self.translation).places)
        [self.value] = [each for each in values if each.segment.pk == segment.pk]
        if self.value.field is None:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self) -> str:
        return str(self.value.place)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        editor = {"url": self.translation.get_target_instance_edit_url(), "label": str(self.target)}
        values = {"url": self.back(), "label": ValuesView.page_title}
        return [*self.breadcrumbs_items, editor, values, {"url": "", "label": self.page_title}]

    def get_form_class(self) -> type[forms.Form]:
        field: Any = self.value.field
        field.label, field.required = self.value.place.labels[-1], True
        return type("ValueForm", (forms.Form,), {"value": field})

    def get_initial(self) -> dict[str, Any]:
        value = self.value.own or self.value.given
        return {"value": getattr(value, "pk", value)}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        form = kwargs.get("form") or self.get_form()
        context: dict[str, Any] = super().get_context_data(
            **{**kwargs, "form": form},
            value=self.value,
            media=form.media,
            action_url=self.request.path,
            cancel_url=self.back(),
            submit_button_label=_("Choose"),
        )
        return context

    def back(self) -> str:
        return reverse("univercity_translation_values", args=[self.translation.pk])

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if "take-back" not in request.POST:
            return super().post(request, *args, **kwargs)
        overrides(self.translation).filter(context=self.value.segment.context_id).delete()
        return self.done(_("The translation has that of the source again."))

    def form_valid(self, form: forms.Form) -> HttpResponse:
        value = form.cleaned_data["value"]
        SegmentOverride.objects.update_or_create(
            locale_id=self.translation.target_locale_id,
            context_id=self.value.segment.context_id,
            defaults={
                "data_json": json.dumps(getattr(value, "pk", value)),
                "last_translated_by": self.request.user,
                "has_error": False,
                "field_error": "",
            },
        )
        return self.done(_("Chosen. It is public with the next publication."))

    def done(self, text: str) -> HttpResponse:
        apply_texts(self.translation, self.target, self.request.user)
        messages.success(self.request, text)
        return redirect(self.back())
