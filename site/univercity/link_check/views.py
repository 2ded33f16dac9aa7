"""Checking one link when an editor asks for it."""

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from univercity.link_check.checking import check
from univercity.link_check.extraction import collect_from
from univercity.link_check.internal import load_by_type
from univercity.link_check.models import ExternalLink
from univercity.link_check.own_site import is_own
from univercity.link_check.reports import uses_that_user_may_edit


@require_POST
def check_now(request, link_id):
    """Check a link, and say what was found."""
    uses = uses_that_user_may_edit(request.user).filter(link_id=link_id)
    if not uses:
        raise PermissionDenied
    link = get_object_or_404(ExternalLink, pk=link_id)
    for source in load_by_type((use.source_type_id, use.source_id) for use in uses).values():
        collect_from(source)  # somebody may have corrected the link meanwhile
    if settings.CHECK_EXTERNAL_LINKS or is_own(link):
        check(link)
        report(request, link)
    else:
        messages.warning(request, _("Links to other sites are not checked on this server."))
    return redirect("univercity_broken_links")


def report(request, link):
    """Tell the editor what the check found."""
    if link.problem:
        messages.warning(request, f"{link.url}: {link.problem}")
    else:
        messages.success(request, _("%(address)s works.") % {"address": link.url})
