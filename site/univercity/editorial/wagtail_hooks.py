"""What the editors' desk adds to Wagtail's admin."""

from functools import partial

from wagtail import hooks
from wagtail.snippets.models import register_snippet

from univercity.editorial import explorer, handbook, library, page_templates
from univercity.editorial.content_checks import report as content_report
from univercity.editorial.content_checks import userbar
from univercity.editorial.dashboard import panels, reviews, worklists
from univercity.editorial.dashboard import reports as worklist_reports
from univercity.editorial.link_check import reports as link_reports

hooks.register("construct_homepage_panels", panels.put_panels_on_the_dashboard)
hooks.register("register_admin_urls", worklist_reports.url_patterns)
for order, worklist in enumerate(worklists.REPORTED, start=2000):
    hooks.register(
        "register_reports_menu_item", partial(worklist_reports.menu_item, worklist, order)
    )
hooks.register("register_admin_urls", reviews.url_patterns)
hooks.register("register_log_actions", reviews.register_the_confirmation)
hooks.register("register_page_header_buttons", reviews.offer_the_confirmation)

# After Wagtail's own, in whose place it stands.
hooks.register("register_admin_viewset", explorer.register_pages_of_any_type, order=1)

register_snippet(library.ReusableViewSetGroup)

hooks.register("register_admin_urls", content_report.url_patterns)
hooks.register("register_reports_menu_item", content_report.menu_item)
hooks.register("construct_wagtail_userbar", userbar.check_by_our_rules)

hooks.register("register_admin_urls", link_reports.url_patterns)
hooks.register("register_reports_menu_item", link_reports.register_dead_links_menu_item)
hooks.register("register_reports_menu_item", link_reports.register_broken_links_menu_item)

hooks.register("register_admin_urls", page_templates.url_patterns)
hooks.register("register_page_header_buttons", page_templates.offer_templates)
hooks.register("construct_explorer_page_queryset", page_templates.mark_templates)
hooks.register("construct_page_action_menu", page_templates.hide_publishing_of_templates)
hooks.register("before_publish_page", page_templates.refuse_to_publish_a_template)
hooks.register("before_bulk_action", page_templates.refuse_to_publish_templates)
hooks.register("check_publication_by_api", page_templates.refuse_to_publish_a_template_by_api)
hooks.register("before_edit_page", page_templates.say_that_it_is_a_template)

hooks.register("register_admin_urls", handbook.url_patterns)
hooks.register("register_help_menu_item", handbook.register_handbook)
hooks.register("register_help_menu_item", handbook.register_translators_handbook)
