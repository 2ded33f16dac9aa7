"""The table of the views of wagtail-localize: what each is about, and what it asks for."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from univercity.translation.permissions import REQUEST, STOP, TRANSLATE
from univercity.translation_desk.guards import subjects
from univercity.translation_desk.guards.demands import (
    Demand,
    editable_source,
    editable_subtree,
    editable_targets,
    known_kind,
    may,
    nobody,
    publishable_targets,
    source_language,
    unlocked_targets,
    when,
)


@dataclass(frozen=True)
class Guard:
    """How to find what a view is about, and what to ask for then."""

    find: subjects.Finder
    demands: tuple[Demand, ...]

    def check(self, request: HttpRequest, arguments: dict[str, Any]) -> None:
        """Raise ``Refused`` or ``Http404`` where the account may not use the view."""
        subject = self.find(request, **arguments)
        for demand in self.demands:
            demand(request, subject)


READING = (editable_targets,)
TRANSLATING = (may(TRANSLATE), editable_targets, unlocked_targets)
PUBLISHING = (publishable_targets, unlocked_targets)
STOPPING = (may(STOP), editable_targets, unlocked_targets)
SUBMITTING = (may(REQUEST), source_language, editable_source, editable_targets, unlocked_targets)

CLOSED = Guard(subjects.nothing, (nobody,))

#: By the name of the address; tests compare it with what wagtail-localize has.
GUARDS: dict[str, Guard] = {
    "javascript_catalog": Guard(subjects.nothing, ()),
    "submit_page_translation": Guard(
        subjects.page_to_submit, (*SUBMITTING, when("include_subtree", editable_subtree))
    ),
    "submit_snippet_translation": Guard(subjects.snippet_to_submit, SUBMITTING),
    "update_translations": Guard(
        subjects.handed_over,
        (
            may(REQUEST),
            source_language,
            editable_source,
            when("publish_translations", *PUBLISHING),
            when("use_machine_translation", *TRANSLATING),
        ),
    ),
    "edit_string_translation": Guard(subjects.translation, TRANSLATING),
    "edit_override": Guard(subjects.translation, TRANSLATING),
    "download_pofile": Guard(subjects.translation, READING),
    "upload_pofile": Guard(subjects.translation, TRANSLATING),
    "machine_translate": Guard(subjects.translation, TRANSLATING),
    "preview_translation": Guard(subjects.translation, READING),
    "stop_translation": Guard(subjects.translation, STOPPING),
    # Takes the translation offline, as publishing puts it online.
    "convert_to_alias": Guard(subjects.translated_page, (*STOPPING, *PUBLISHING)),
    "snippets_api_listing": Guard(subjects.kind_of_snippet, (known_kind,)),
    "snippets_api_detail": Guard(subjects.kind_of_snippet, (known_kind,)),
    # They list all titles to everybody, and their export is empty.
    "translations_report": CLOSED,
    "translations_report_results": CLOSED,
}
