"""What the translators' desk adds to Wagtail's admin."""

from wagtail import hooks

from univercity.translation_desk import exemptions, publishing_incomplete, source_page_actions
from univercity.translation_desk.assignments import history as assignment_history
from univercity.translation_desk.assignments import views as assignments
from univercity.translation_desk.bulk_actions import actions as bulk_actions
from univercity.translation_desk.bulk_actions import views as bulk_action_views
from univercity.translation_desk.editor import review
from univercity.translation_desk.editor import views as editor
from univercity.translation_desk.exchange import views as exchange
from univercity.translation_desk.glossary import views as glossary
from univercity.translation_desk.guards import views as guards
from univercity.translation_desk.machine import views as machine
from univercity.translation_desk.memory import views as memory
from univercity.translation_desk.notifications import emails
from univercity.translation_desk.overview import views as overview

# Before and after the views of Wagtail and wagtail-localize. At their addresses the guards come
# first, then our editor, then what wagtail-localize does.
hooks.register("register_admin_urls", guards.register_guarded_views, order=-100)
hooks.register("before_create_page", guards.guard_the_language)
hooks.register("before_edit_page", guards.guard_the_editor, order=-200)
hooks.register("before_edit_snippet", guards.guard_the_editor, order=-200)
hooks.register("construct_page_action_menu", guards.offer_what_is_allowed)
hooks.register("construct_snippet_action_menu", guards.offer_what_is_allowed)
hooks.register("construct_reports_menu", guards.leave_out_the_closed_report)

hooks.register("before_edit_page", editor.edit_in_our_editor, order=-50)
hooks.register("before_edit_snippet", editor.edit_in_our_editor, order=-50)
hooks.register("after_edit_snippet", editor.take_for_translated)
hooks.register("register_admin_urls", editor.register_editor_urls)
hooks.register("register_log_actions", review.register_handing_in)

# What editors do with a page and its translations.
hooks.register("after_unpublish_page", source_page_actions.unpublish_translations)
hooks.register("after_delete_page", source_page_actions.delete_translations)
hooks.register("after_move_page", source_page_actions.move_translations)
hooks.register("after_bulk_action", source_page_actions.name_translations_left_behind)

hooks.register("register_admin_urls", publishing_incomplete.register_publishing_incomplete)
hooks.register("register_ways_past_refusal", publishing_incomplete.offer_publishing_incomplete)
hooks.register("register_log_actions", publishing_incomplete.register_publishing_action)

hooks.register("register_admin_urls", exemptions.register_exemption)
hooks.register("register_page_header_buttons", exemptions.offer_exemption)
hooks.register("register_log_actions", exemptions.register_exemption_action)

# Who does what.
hooks.register("register_admin_urls", assignments.register_my_translations)
hooks.register("register_admin_menu_item", assignments.register_menu_item)
hooks.register("construct_homepage_panels", assignments.show_my_translations)
hooks.register("register_log_actions", assignment_history.register_job_action)

hooks.register("register_admin_urls", overview.register_overview)
hooks.register("register_reports_menu_item", overview.register_menu_item)

hooks.register("register_admin_urls", bulk_action_views.register_actions)
hooks.register("register_overview_actions", bulk_actions.actions_of)

hooks.register("register_account_settings_panel", emails.offer_notices)

# What helps to translate.
hooks.register("register_admin_urls", exchange.register_exchange)
hooks.register("register_reports_menu_item", exchange.register_menu_item)
hooks.register("register_page_header_buttons", exchange.offer_files)
hooks.register("register_log_actions", exchange.register_import)

hooks.register("register_admin_viewset", glossary.register_glossary)
hooks.register("register_admin_urls", glossary.register_glossary_files)

hooks.register("register_admin_urls", memory.register_memory)
hooks.register("register_reports_menu_item", memory.register_memory_menu_item)
hooks.register("register_log_actions", memory.register_forgetting)

hooks.register("register_log_actions", machine.register_pretranslation)
