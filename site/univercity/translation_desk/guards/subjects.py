"""What a view of wagtail-localize is about, read from its address."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.contrib.admin.utils import unquote
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from wagtail.models import Locale, Page, TranslatableMixin
from wagtail.snippets.views.snippets import get_snippet_model_from_url_params
from wagtail_localize.models import Translation, TranslationSource


@dataclass(frozen=True)
class Subject:
    """A page or snippet in the source language, and its versions that a view reads or writes."""

    source: Any = None
    targets: list[Any] = field(default_factory=list)
    #: Languages in which the view makes a version that is missing.
    new_in: list[Locale] = field(default_factory=list)
    #: For views about all snippets of a kind.
    model: type[Any] | None = None


#: Finds the subject of a request, whose further arguments are those of its address.
Finder = Callable[..., Subject]


def nothing(request: HttpRequest) -> Subject:
    """The view shows nothing of any content."""
    return Subject()


def page_to_submit(request: HttpRequest, page_id: int) -> Subject:
    """A page, and the languages it is to be translated into."""
    page = get_object_or_404(Page, pk=page_id)
    if page.is_root():
        raise Http404
    return submission(request, page.specific)


def snippet_to_submit(request: HttpRequest, app_label: str, model_name: str, pk: str) -> Subject:
    """A snippet, and the languages it is to be translated into."""
    model = get_snippet_model_from_url_params(app_label, model_name)
    if not issubclass(model, TranslatableMixin):
        raise Http404
    return submission(request, get_object_or_404(model, pk=unquote(pk)))


def submission(request: HttpRequest, source: Any) -> Subject:
    chosen = [pk for pk in request.POST.getlist("locales") if pk.isdecimal()]
    targets, new_in = [], []
    for locale in Locale.objects.filter(pk__in=chosen):
        target = source.get_translation_or_none(locale)
        if target:
            targets.append(target)
        else:
            new_in.append(locale)
    return Subject(source, targets, new_in)


def handed_over(request: HttpRequest, translation_source_id: int) -> Subject:
    """What was handed to translation, and all versions made from it."""
    row = get_object_or_404(TranslationSource, pk=translation_source_id)
    translations = row.translations.filter(enabled=True)
    return Subject(instance(row.get_source_instance), [target_of(row) for row in translations])


def translation(request: HttpRequest, translation_id: int, **kwargs: Any) -> Subject:
    """A translation that is not stopped."""
    row = get_object_or_404(Translation, pk=translation_id, enabled=True)
    return subject_of(row)


def translated_page(request: HttpRequest, page_id: int) -> Subject:
    """The translation that a page was made by, stopped or not."""
    page = get_object_or_404(Page, pk=page_id)
    rows = Translation.objects.filter(
        source__object_id=page.translation_key, target_locale=page.locale
    )
    return subject_of(get_object_or_404(rows))


def kind_of_snippet(
    request: HttpRequest, app_label: str, model_name: str, **kwargs: Any
) -> Subject:
    """All snippets of a kind."""
    return Subject(model=get_snippet_model_from_url_params(app_label, model_name))


def subject_of(row: Translation) -> Subject:
    """Return what a translation is about; raises ``Http404`` where a part of it is gone."""
    return Subject(instance(row.source.get_source_instance), [target_of(row)])


def target_of(row: Translation) -> Any:
    return instance(row.get_target_instance)


def instance(get: Callable[[], Any]) -> Any:
    try:
        return get()
    except ObjectDoesNotExist as error:
        raise Http404 from error
