"""Puts the checks into the editor, and their report into the admin."""

from wagtail import hooks
from wagtail.admin.userbar import ContentCheckerItem

from univercity.content_checks import report
from univercity.content_checks.checker import EditorialCheckerItem

hooks.register("register_admin_urls", report.url_patterns)
hooks.register("register_reports_menu_item", report.menu_item)


@hooks.register("construct_wagtail_userbar")
def check_by_our_rules(request, items, page):
    items[:] = [
        EditorialCheckerItem(in_editor=item.in_editor)
        if isinstance(item, ContentCheckerItem)
        else item
        for item in items
    ]
