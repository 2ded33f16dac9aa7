"""Which role reaches which pattern of the admin.

A row is: what the views have in common; who gets in; patterns of their names. The first row that
fits counts. The letters are A administrator, E marketing editor, R reviewer, T translator,
L proofreader and M lead of translation, P partner editor with own objects, p the same with those
of another partner, c API client, n not logged in. Views that are open to P and closed to p ask for
the object.
"""

from tests.roles.role_matrix.translation_patterns import TRANSLATIONS

ROWS = [
    (
        "before anybody has logged in",
        "AERTLMPpcn",
        """
        wagtailadmin_javascript_catalog wagtailadmin_password_reset
        wagtailadmin_password_reset_complete wagtailadmin_password_reset_confirm
        wagtailadmin_password_reset_done wagtailadmin_sprite
        """,
    ),
    ("leads on whoever is logged in", "cn", "wagtailadmin_login"),
    ("has nothing to show on this site", "", "wagtailsnippets:index"),
    (
        "for every account of the admin; lists show what the account has rights on",
        "AERTLMPp",
        """
        roles_approvals roles_approvals_results univercity_handbook_*
        *localize:javascript_catalog
        wagtailadmin_account wagtailadmin_home wagtailadmin_logout wagtailadmin_dismissibles
        wagtailadmin_editing_sessions:release
        wagtailadmin_api:pages:listing
        wagtailadmin_choose_page wagtailadmin_choose_page_search
        wagtailadmin_choose_page_*_link
        wagtailadmin_explore wagtailadmin_explore_results wagtailadmin_explore_root
        wagtailadmin_pages:choose_parent wagtailadmin_pages:search
        wagtailadmin_pages:search_results wagtailadmin_pages:type_use
        wagtailadmin_pages:type_use_results wagtailadmin_tag_autocomplete
        wagtailadmin_editing_sessions:ping
        wagtaildocs:create_multiple_from_uploaded_document wagtaildocs:delete_upload_multiple
        wagtaildocs_chooser:choose wagtaildocs_chooser:choose_results
        wagtailimages:create_multiple_from_uploaded_image wagtailimages:delete_upload_multiple
        wagtailimages_chooser:choose wagtailimages_chooser:choose_results
        wagtailembeds:chooser wagtailembeds:chooser_upload
        """,
    ),
    (
        "settings are chosen by nobody, but Wagtail makes a chooser for every snippet",
        "AERTLM",
        "wagtailsnippetchoosers_univercity_sitesettings:cho*",
    ),
    ("making a snippet while choosing", "AE", "wagtailsnippetchoosers_*:create"),
    ("choosing a snippet, which belongs to everybody", "AERTLMPp", "wagtailsnippetchoosers_*:cho*"),
    (
        "snippets and settings: reading and changing",
        "AETLM",
        """
        wagtailsnippets_*:list wagtailsnippets_*:list_results wagtailsnippets_*:edit
        wagtailsnippets_*:history wagtailsnippets_*:history_results wagtailsnippets_*:usage
        wagtailsnippets_*:preview_on_edit wagtailsnippets_*:revisions_compare
        wagtailsnippets_*:revisions_revert wagtailsnippets_*:revisions_view
        wagtailsnippets_*:workflow_history
        """,
    ),
    (
        "snippets and settings: making and deleting",
        "AE",
        "wagtailsnippets_*:add wagtailsnippets_*:delete wagtailsnippets_*:copy "
        "wagtailsnippets_*:preview_on_add",
    ),
    (
        "a page: reading its drafts and history, changing it",
        "AEMP",
        """
        calendar_pages_quick_change univercity_review
        univercity_share_preview
        wagtailadmin_pages:copy wagtailadmin_pages:delete wagtailadmin_pages:edit
        wagtailadmin_pages:history wagtailadmin_pages:history_results wagtailadmin_pages:move
        wagtailadmin_pages:preview_on_edit
        wagtailadmin_pages:revisions_compare wagtailadmin_pages:revisions_revert
        wagtailadmin_pages:revisions_view wagtailadmin_pages:usage wagtailadmin_pages:view_draft
        wagtailadmin_pages:workflow_history
        """,
    ),
    (
        "a page: making one",
        "AEP",
        """
        page_templates page_from_template wagtailadmin_pages:add wagtailadmin_pages:add_subpage
        wagtailadmin_pages:preview_on_add
        """,
    ),
    (
        "a snippet: deciding on what is public",
        "AELM",
        "wagtailsnippets_*:revisions_unschedule wagtailsnippets_*:unpublish",
    ),
    (
        "a snippet: asked for rights only when something is sent, or not waiting for approval",
        "AERTLM",
        """
        wagtailsnippets_*:collect_workflow_action_data
        wagtailsnippets_*:confirm_workflow_cancellation wagtailsnippets_*:workflow_action
        """,
    ),
    ("a snippet: locking", "AEM", "wagtailsnippets_*:lock wagtailsnippets_*:unlock"),
    ("files of translations", "AETLM", "univercity_translation_files"),
    ("a file of translations: of whoever uploaded it", "", "univercity_translation_files_import"),
    (
        "the translation memory: what the account may read of it",
        "ATLM",
        "univercity_translation_memory univercity_translation_memory_results",
    ),
    (
        "an entry of the memory: forgetting it, which something must be sent for",
        "AERTLM",
        "univercity_translation_memory_forget univercity_memory_files_forget",
    ),
    (
        "memory and glossary: keeping them",
        "AM",
        """
        glossary:* univercity_glossary_files univercity_glossary_files_export
        univercity_memory_files univercity_memory_files_export
        """,
    ),
    (
        "a file of memory or glossary: of whoever uploaded it",
        "",
        "univercity_glossary_files_check univercity_memory_files_check",
    ),
    ("snippets: their order", "AETLM", "wagtailsnippets_*:reorder"),
    (
        "a snippet: an approval that none of this world has",
        "",
        "wagtailsnippets_*:workflow_history_detail wagtailsnippets_*:workflow_preview",
    ),
    (
        "a page: deciding on what is public and where",
        "AE",
        """
        univercity_change_address
        wagtailadmin_pages:revisions_unschedule wagtailadmin_pages:set_privacy
        wagtailadmin_pages:unpublish
        """,
    ),
    (
        "a page: asked for its rights only when something is sent",
        "AERTLMP",
        """
        wagtailadmin_pages:confirm_workflow_cancellation wagtailadmin_pages:lock
        wagtailadmin_pages:move_confirm wagtailadmin_pages:revisions_index
        wagtailadmin_pages:set_page_position wagtailadmin_pages:unlock
        wagtailadmin_api:pages:action wagtailadmin_choose_page_child wagtail_bulk_action
        wagtailadmin_choose_page_chosen_multiple
        """,
    ),
    ("a page: what happened to it", "AERMP", "wagtailadmin_pages:workflow_history_detail"),
    ("a page: an address that no page of this site has", "", "wagtailadmin_pages:convert_alias"),
    (
        "an approval: deciding",
        "AER",
        """
        wagtailadmin_pages:collect_workflow_action_data wagtailadmin_pages:workflow_action
        wagtailadmin_pages:workflow_preview
        """,
    ),
    ("a page that may be seen in the tree", "AERMP", "wagtailadmin_api:pages:detail"),
    (
        "images and documents: lists and uploads",
        "AEPp",
        """
        wagtaildocs:add wagtaildocs:add_multiple wagtaildocs:index wagtaildocs:index_results
        wagtaildocs_chooser:create wagtailimages:add wagtailimages:add_multiple
        wagtailimages:index wagtailimages:index_results wagtailimages_chooser:create
        """,
    ),
    (
        "an image, a document",
        "AEP",
        """
        wagtaildocs:delete wagtaildocs:document_usage wagtaildocs:edit wagtailimages:delete
        wagtailimages:edit wagtailimages:image_usage wagtailimages:preview
        """,
    ),
    (
        "an image, a document: choosing it, or asked for its rights when something is sent",
        "AERTLMP",
        """
        wagtaildocs:delete_multiple wagtaildocs:edit_multiple wagtaildocs_chooser:chosen
        wagtailimages:delete_multiple wagtailimages:edit_multiple wagtailimages_chooser:chosen
        wagtailimages_chooser:select_format
        wagtaildocs_chooser:chosen_multiple wagtailimages_chooser:chosen_multiple
        """,
    ),
    (
        "images and documents: all that there are",
        "AERTLM",
        """
        wagtailadmin_api:documents:detail wagtailadmin_api:documents:listing
        wagtailadmin_api:images:detail wagtailadmin_api:images:listing
        """,
    ),
    (
        "nothing without further arguments",
        "",
        """
        wagtailadmin_api:*:find wagtailadmin_block_preview wagtailadmin_tag_model_autocomplete
        wagtailimages:url_generator wagtailimages:url_generator_output
        *localize:convert_to_alias
        """,
    ),
    *TRANSLATIONS,
    (
        "reports of those who see the whole site",
        "AERTLM",
        "wagtailadmin_reports:site_history wagtailadmin_reports:site_history_results",
    ),
    (
        "reports of those who see and unlock",
        "AERLM",
        "wagtailadmin_reports:locked_pages wagtailadmin_reports:locked_pages_results",
    ),
    (
        "reports of those who change pages",
        "AETLM",
        """
        wagtailadmin_reports:aging_pages wagtailadmin_reports:aging_pages_results
        wagtailadmin_reports:page_types_usage wagtailadmin_reports:page_types_usage_results
        wagtailadmin_reports:workflow wagtailadmin_reports:workflow_results
        wagtailadmin_reports:workflow_tasks wagtailadmin_reports:workflow_tasks_results
        """,
    ),
    ("lists of pages that the account sees", "AERTLMPp", "all-events:* all-partners:*"),
    ("images that the account changes", "AEPp", "univercity_worklist_images-*"),
    (
        "lists and reports of pages that the account changes",
        "AETLMPp",
        """
        univercity_broken_links* univercity_content_report* univercity_dead_links*
        univercity_previews univercity_previews_results univercity_worklist_*
        """,
    ),
    (
        "a link to another site, a preview: asked for rights only when something is sent",
        "AERTLMPp",
        "univercity_check_link univercity_revoke_preview",
    ),
    (
        "redirects",
        "AE",
        """
        wagtailredirects:add wagtailredirects:delete wagtailredirects:edit wagtailredirects:index
        wagtailredirects:index_results wagtailredirects:process_import
        wagtailredirects:start_import
        """,
    ),
    (
        "workflows: choosing a task, asked for rights only when something is sent",
        "AERTLM",
        """
        wagtailadmin_workflows:enable wagtailadmin_workflows:enable_task
        wagtailadmin_workflows:remove wagtailadmin_workflows:task_chooser
        wagtailadmin_workflows:task_chooser_create wagtailadmin_workflows:task_chooser_results
        wagtailadmin_workflows:task_chosen
        """,
    ),
    (
        "only for administrators",
        "A",
        """
        univercity_frontends:* wagtailadmin_collections:* wagtailadmin_workflows:*
        wagtaillocales:* wagtailsites:*
        wagtailusers_api_tokens:* wagtailusers_groups:* wagtailusers_users:*
        webhooks:* univercity_webhook_*
        """,
    ),
    ("fails on purpose, to try the error page", None, "wagtailadmin_error_test"),
]
