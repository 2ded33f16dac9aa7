"""What the roles add to Wagtail's admin."""

from wagtail import hooks

from roles import approvals, confinement, references

hooks.register("construct_page_chooser_queryset", references.offer_pages_within_reach)
hooks.register("check_page_form", references.refuse_foreign_references)
hooks.register("construct_reports_menu", confinement.offer_reports_within_reach)

hooks.register("register_reports_menu_item", approvals.menu_item)
hooks.register("register_admin_urls", approvals.url_patterns)
