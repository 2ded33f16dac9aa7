"""The address of every pattern of the admin, for the own and for a foreign object."""

import re
from fnmatch import fnmatchcase

from django.urls import get_resolver
from django.urls.resolvers import URLResolver
from wagtail.models import Site, TaskState, Workflow
from wagtail.snippets.models import get_snippet_models
from wagtail_localize.models import OverridableSegment, StringSegment

from calendar_pages.models import Venue
from roles.models import Approval
from roles.setup import TASK
from univercity.previews.models import Frontend
from univercity.publishing.models import WebhookSubscriber
from univercity.translation_desk.glossary.models import Term

ARGUMENT = re.compile(r"<(?:\w+:)?(\w+)>|\(\?P<(\w+)>[^)]*\)")


def walk(patterns, prefix="", namespaces=()):
    """Yield (name with its namespaces, route) of every view below ``patterns``."""
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            inner = (*namespaces, pattern.namespace) if pattern.namespace else namespaces
            yield from walk(pattern.url_patterns, prefix + str(pattern.pattern), inner)
        else:
            yield ":".join((*namespaces, str(pattern.name))), prefix + str(pattern.pattern)


def admin_patterns():
    """Return (name, route) of every pattern of the admin; some names have several routes."""
    found = walk(get_resolver().url_patterns)
    named = {(name, route) for name, route in found if is_named_admin_view(name, route)}
    # Logging out comes last: Wagtail removes the session's cookie whatever it answers.
    return sorted(named, key=lambda pair: (pair[0] == "wagtailadmin_logout", pair))


def is_named_admin_view(name, route):
    # Previews in a named mode are the view that answers without one, too.
    return route.startswith("admin/") and name != "None" and "<str:mode>" not in route


class Addresses:
    """Fills the routes with the objects of one institution."""

    def __init__(self, world, institution):
        self.values = arguments(world, institution)
        self.specials = specials(institution)
        self.queries = {
            "wagtail_bulk_action": institution.draft.pk,
            "wagtailadmin_choose_page_chosen_multiple": institution.draft.pk,
            "wagtailimages_chooser:chosen_multiple": institution.image.pk,
            "wagtaildocs_chooser:chosen_multiple": institution.document.pk,
        }

    def get(self, name, route):
        values = dict(self.values)
        for patterns, special in self.specials:
            if any(fnmatchcase(name, pattern) for pattern in patterns.split()):
                values |= special

        def fill(match):
            return str(values[match[1] or match[2]])

        path = ARGUMENT.sub(fill, route).translate(str.maketrans("", "", "^$\\?"))
        return f"/{path}?id={self.queries[name]}" if name in self.queries else f"/{path}"


def arguments(world, institution):
    """Return the values of the arguments in routes, by name."""
    state = TaskState.objects.get(workflow_state__object_id=str(institution.waiting.pk))
    source = institution.translation.source
    segment = StringSegment.objects.filter(source=source).first()
    override = OverridableSegment.objects.filter(source=source).first()
    return {
        **dict.fromkeys(["page_id", "page_to_move_id", "object_id"], institution.draft.pk),
        **dict.fromkeys(
            ["parent_id", "parent_page_id", "destination_id", "page_pk"], institution.partner.pk
        ),
        "template_id": world.template.pk,
        "batch_id": world.batch.pk,
        "link_id": world.link.pk,
        "token_id": institution.preview.pk,
        "delivery_id": world.delivery.pk,
        "subscriber_id": world.delivery.subscriber_id,
        "revision_id": institution.draft.latest_revision_id,
        "revision_id_a": "earliest",
        "revision_id_b": "latest",
        "image_id": institution.image.pk,
        "document_id": institution.document.pk,
        "doc_id": institution.document.pk,
        "uploaded_file_id": institution.upload.pk,
        "collection_id": institution.editors.collection.pk,
        "task_state_id": state.pk,
        "task_id": state.task_id,
        "workflow_state_id": state.workflow_state_id,
        "workflow_pk": Workflow.objects.get(workflow_tasks__task=state.task).pk,
        "action_name": "approve",
        "content_type_app_name": "calendar_pages",
        "content_type_model_name": "eventpage",
        "app_label": "wagtailcore",
        "app_name": "taggit",
        "model_name": "page",
        "action": "delete",
        "session_id": 1,
        "translation_id": institution.translation.pk,
        "translation_source_id": source.pk,
        "string_segment_id": segment.pk,
        **dict.fromkeys(["overridable_segment_id", "segment_id"], override.pk if override else 1),
        "filter_spec": "width-10",
        "name": "startseite",
        "redirect_id": world.redirect.pk,
        "uidb64": "x",
        "token": "x",
        "pk": 1,
    }


def specials(institution):
    """Return (patterns of names, arguments that mean something else there)."""
    task = Approval.objects.get(name=TASK)
    keys = {
        "wagtailadmin_api:pages:* wagtailadmin_pages:revisions_compare": institution.draft,
        "wagtailadmin_api:images:* wagtailimages_chooser:*": institution.image,
        "wagtailadmin_api:documents:* wagtaildocs_chooser:*": institution.document,
        "wagtailadmin_collections:*": institution.editors.collection,
        "wagtailusers_users:*": institution.editor,
        "wagtailusers_groups:*": institution.editors.group,
        "wagtailusers_api_tokens:*": institution.token,
        "webhooks:*": WebhookSubscriber.objects.get(),
        "glossary:*": Term.objects.get(),
        "wagtailadmin_workflows:*": Workflow.objects.get(workflow_tasks__task=task),
        "wagtailadmin_workflows:*_task": task,
    }
    waiting = """
        wagtailadmin_pages:workflow_action wagtailadmin_pages:collect_workflow_action_data
        wagtailadmin_pages:workflow_preview wagtailadmin_pages:confirm_workflow_cancellation
        wagtailadmin_pages:workflow_history_detail
    """
    event = {"app_label": "calendar_pages", "model_name": "eventpage"}
    venue = {"app_label": "calendar_pages", "model_name": "venue"}
    return [
        *((patterns, {"pk": found.pk}) for patterns, found in keys.items()),
        (waiting, {"page_id": institution.waiting.pk}),
        (
            "calendar_pages_quick_change univercity_change_address univercity_review "
            "wagtailadmin_pages:unpublish",
            {"page_id": institution.event.pk},
        ),
        ("wagtailadmin_choose_page_child", {"parent_page_id": institution.draft.pk}),
        ("wagtailadmin_pages:choose_parent", event),
        ("*localize:*snippet*", {**venue, "pk": Venue.objects.first().pk}),
        ("wagtailsites:*", {"pk": Site.objects.get().pk}),
        ("univercity_frontends:*", {"pk": Frontend.objects.get().pk}),
        *snippets(),
        ("wagtailadmin_workflows:add_task", {"app_label": "roles", "model_name": "approval"}),
    ]


def snippets():
    """Yield, for each snippet, the patterns of its views and its one object; world.py makes it."""
    for model in get_snippet_models():
        name = model._meta.label_lower.replace(".", "_")
        found = model.objects.first()
        yield (
            f"wagtailsnippet*_{name}:*",
            {
                "pk": found.pk if found else "none-in-world.py",
                "revision_id": getattr(found, "latest_revision_id", None),
            },
        )
