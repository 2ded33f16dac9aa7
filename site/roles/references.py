"""What pages may refer to: partner editors use only what the choosers offer them."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.db.models import Model
from wagtail.admin.rich_text import DraftailRichTextArea
from wagtail.blocks import BlockField
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page, ReferenceIndex
from wagtail.rich_text import extract_references_from_rich_text

from roles.scope import holds_all, is_confined, linkable_pages, own_files

#: A model and the id of one of its objects.
Reference = tuple[type[Model], str]


def offer_pages_within_reach(pages: Any, request: Any) -> Any:
    """Offer partner editors public pages and their own, no drafts of others."""
    return pages.filter(linkable_pages(request.user)) if is_confined(request.user) else pages


def refuse_foreign_references(form: Any) -> None:
    """Refuse what a partner editor posts if it refers to an object beyond reach.

    The choosers offer none, so only a forged request does. It is refused before the form looks
    anything up, and without the form, which would show titles. What the page referred to before
    stays: editors may have put it there.
    """
    user = form.for_user
    if not (form.is_bound and user and is_confined(user)):
        return
    posted = set(references_in_form(form))
    for model, owned in reachable(user).items():
        ids = {pk for target, pk in posted if issubclass(target, model)}
        if ids and not holds_all(owned, ids - kept_references(form.instance, model)):
            raise PermissionDenied


def reachable(user: Any) -> dict[type[Model], Any]:
    """Return what a partner editor may refer to, by model; of other models everything."""
    files = (get_image_model(), get_document_model())
    return {
        Page: Page.objects.filter(linkable_pages(user)),
        **{model: own_files(user, model) for model in files},
    }


def kept_references(instance: Any, model: type[Model]) -> set[str]:
    """Return the ids of objects of ``model`` that a stored page refers to."""
    if not instance.pk:
        return set()
    kind = ContentType.objects.get_for_model(model).pk
    found = ReferenceIndex._extract_references_from_object(instance)
    return {pk for type_id, pk, _field, _path in found if type_id == kind}


def references_in_form(form: Any) -> Iterator[Reference]:
    """Yield what a bound form refers to, whether it is valid or not."""
    for name, field in form.fields.items():
        value = field.widget.value_from_datadict(form.data, form.files, form.add_prefix(name))
        yield from references_in_field(field, value)
    for formset in getattr(form, "formsets", {}).values():
        for part in formset.forms:
            yield from references_in_form(part)


def references_in_field(field: forms.Field, value: Any) -> Iterator[Reference]:
    """Yield what the posted value of a field refers to."""
    if isinstance(field, BlockField):
        found = field.block.extract_references(value)
    elif isinstance(field.widget, DraftailRichTextArea):
        found = extract_references_from_rich_text(value or "")
    elif isinstance(field, forms.ModelChoiceField):
        ids = value if isinstance(value, list) else [value]
        found = ((field.queryset.model, pk) for pk in ids if pk not in (None, ""))
    else:
        return
    for model, pk, *_place in found:
        yield model, str(pk)
