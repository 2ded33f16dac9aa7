"""Keeping partner editors to their own pages and files, in every view of the admin.

``RULES`` says which views they may open, and with which objects; any other view is closed to them.
"""

from collections.abc import Callable
from fnmatch import fnmatchcase
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import resolve, reverse
from django.utils.translation import override
from wagtail.admin.auth import permission_denied
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page
from wagtail.users.models import UserProfile

from roles.scope import (
    holds_all,
    is_confined,
    linkable_pages,
    may_read_draft,
    own_files,
    own_pages,
)
from univercity.content.pages import base


class ConfinementMiddleware:
    """Refuses what a partner editor asks for beyond the own institution, as Wagtail refuses."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        token = base.may_read_draft.set(lambda page: may_read_draft(request.user, page))
        try:
            return self.get_response(request)
        finally:
            base.may_read_draft.reset(token)

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        if not request.path.startswith(reverse("wagtailadmin_home")):
            return None
        if not request.user.has_perm("wagtailadmin.access_admin"):
            return None  # to whom Wagtail opens nothing
        if not is_confined(request.user) or is_within_reach(request, kwargs):
            return None
        with override(UserProfile.get_for_user(request.user).get_preferred_language()):
            return permission_denied(request)


#: Says whether a request with these arguments of its address stays within reach.
Rule = Callable[[HttpRequest, dict[str, Any]], bool]


def anywhere(request: HttpRequest, kwargs: dict[str, Any]) -> bool:
    """Without objects, or Wagtail itself shows only what the account has rights on."""
    return True


def own_pages_only(request: HttpRequest, kwargs: dict[str, Any]) -> bool:
    """Every page in the address is the institution's own."""
    names = ("page_id", "parent_id", "parent_page_id", "page_to_move_id", "destination_id", "pk")
    ids = [kwargs[name] for name in names if name in kwargs]
    return bool(ids) and holds_all(own_pages(request.user), ids + posted_parents(request))


def own_parents_only(request: HttpRequest, kwargs: dict[str, Any]) -> bool:
    """The page chosen as parent is the institution's own: Wagtail names one that it refuses."""
    return holds_all(own_pages(request.user), posted_parents(request))


def posted_parents(request: HttpRequest) -> list[str]:
    names = ("parent_page", "new_parent_page", "chooser")  # the last of them moves in bulk
    return [pk for name in names for pk in request.POST.getlist(name) if pk]


def linkable_pages_only(request: HttpRequest, kwargs: dict[str, Any]) -> bool:
    """Every page in the address or in ``?id=`` is public, or the institution's own."""
    root = str(Page.get_first_root_node().pk)  # above all sites, without content of its own
    ids = [str(pk) for pk in (*kwargs.values(), *request.GET.getlist("id"))]
    pages = Page.objects.filter(linkable_pages(request.user))
    return holds_all(pages, [pk for pk in ids if pk != root])


def own_images_only(request: HttpRequest, kwargs: dict[str, Any]) -> bool:
    """Every image in the address or in ``?id=`` may be used by the institution."""
    return _own_files_only(get_image_model(), request, kwargs)


def own_documents_only(request: HttpRequest, kwargs: dict[str, Any]) -> bool:
    """Every document in the address or in ``?id=`` may be used by the institution."""
    return _own_files_only(get_document_model(), request, kwargs)


def _own_files_only(model: Any, request: HttpRequest, kwargs: dict[str, Any]) -> bool:
    names = ("image_id", "document_id", "doc_id", "pk")
    ids = [kwargs[name] for name in names if name in kwargs]
    ids += request.GET.getlist("id")
    return bool(ids) and holds_all(own_files(request.user, model), ids)


def own_bulk_only(request: HttpRequest, kwargs: dict[str, Any]) -> bool:
    """Every object that a bulk action names is the institution's own.

    Wagtail shows the titles of the others as objects "without access".
    """
    ids = request.GET.getlist("id")
    if kwargs["model_name"] == "page":
        if "all" in ids:  # below a page, or anywhere
            ids = [request.GET.get("childOf", "anywhere")]
        return holds_all(own_pages(request.user), ids + posted_parents(request))
    files = {model._meta.label_lower: model for model in (get_image_model(), get_document_model())}
    model = files.get(f"{kwargs['app_label']}.{kwargs['model_name']}")
    # Of "all" files Wagtail takes only those that the account may change.
    return bool(model) and holds_all(
        own_files(request.user, model), [pk for pk in ids if pk != "all"]
    )


#: Patterns of view names by rule; the first that fits counts, what fits none is closed.
RULES: list[tuple[Rule | None, str]] = [
    (
        anywhere,
        """
        wagtailadmin_home wagtailadmin_account wagtailadmin_login wagtailadmin_logout
        wagtailadmin_password_reset* wagtailadmin_sprite wagtailadmin_javascript_catalog
        wagtailadmin_dismissibles wagtailadmin_editing_sessions:* wagtailadmin_block_preview
        wagtailadmin_tag_autocomplete wagtailadmin_tag_model_autocomplete
        *localize:javascript_catalog wagtailembeds:chooser wagtailembeds:chooser_upload
        wagtailadmin_explore_root wagtailadmin_explore wagtailadmin_explore_results
        wagtailadmin_pages:search wagtailadmin_pages:search_results wagtailadmin_pages:type_use
        wagtailadmin_pages:type_use_results
        wagtailadmin_api:pages:listing wagtailadmin_api:pages:detail wagtailadmin_api:pages:find
        wagtailadmin_choose_page_search wagtailadmin_choose_page_external_link
        wagtailadmin_choose_page_email_link wagtailadmin_choose_page_phone_link
        wagtailadmin_choose_page_anchor_link
        wagtailimages:index wagtailimages:index_results wagtailimages:add
        wagtailimages:add_multiple wagtailimages:create_multiple_from_uploaded_image
        wagtailimages:delete_upload_multiple
        wagtaildocs:index wagtaildocs:index_results wagtaildocs:add wagtaildocs:add_multiple
        wagtaildocs:create_multiple_from_uploaded_document wagtaildocs:delete_upload_multiple
        wagtailimages_chooser:choose wagtailimages_chooser:choose_results
        wagtailimages_chooser:create wagtaildocs_chooser:choose
        wagtaildocs_chooser:choose_results wagtaildocs_chooser:create
        roles_approvals roles_approvals_results
        all-events:* all-partners:* univercity_worklist_* univercity_content_report*
        univercity_broken_links* univercity_check_link univercity_dead_links*
        univercity_handbook_*
        univercity_translations univercity_translations_results
        univercity_previews* univercity_revoke_preview
        """,
    ),
    (None, "wagtailsnippetchoosers_univercity_sitesettings:*"),
    (
        anywhere,
        """
        wagtailsnippetchoosers_*:choose wagtailsnippetchoosers_*:choose_results
        wagtailsnippetchoosers_*:chosen wagtailsnippetchoosers_*:chosen_multiple
        """,
    ),
    (
        linkable_pages_only,
        "wagtailadmin_choose_page wagtailadmin_choose_page_child "
        "wagtailadmin_choose_page_chosen_multiple",
    ),
    (own_parents_only, "wagtailadmin_pages:choose_parent"),
    (None, "univercity_change_address"),
    (
        own_pages_only,
        "wagtailadmin_pages:* wagtailadmin_api:pages:action calendar_pages_* univercity_review "
        "page_templates page_from_template univercity_share_preview",
    ),
    (own_images_only, "wagtailimages:* wagtailimages_chooser:*"),
    (own_documents_only, "wagtaildocs:* wagtaildocs_chooser:*"),
    (own_bulk_only, "wagtail_bulk_action"),
]


def is_open(view_name: str) -> bool:
    """Return whether partner editors may open a view, with at least some objects."""
    return _rule_for(view_name) is not None


def _rule_for(view_name: str) -> Rule | None:
    for rule, patterns in RULES:
        if any(fnmatchcase(view_name, pattern) for pattern in patterns.split()):
            return rule
    return None


def is_within_reach(request: HttpRequest, kwargs: dict[str, Any]) -> bool:
    """Return whether a partner editor may open the view that a request leads to."""
    match = request.resolver_match
    if match is None or match.url_name is None:
        return True  # answers 404 to everybody
    rule = _rule_for(match.view_name)
    return rule is not None and rule(request, kwargs)


def offer_reports_within_reach(request, items):
    """Keep reports out of the menu that are closed to partner editors."""
    if is_confined(request.user):
        items[:] = [item for item in items if is_open(resolve(item.url).view_name)]
