"""Which role reaches which pattern of the admin.

A row is: what the views have in common; who gets in; patterns of their names. The first row that
fits counts. The letters are A administrator, E marketing editor, R reviewer, T translator,
P partner editor with own objects, p the same with those of another partner, c API client,
n not logged in. Views that are open to P and closed to p ask for the object.
"""

ROWS = [
    (
        "before anybody has logged in",
        "AERTPpcn",
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
        "AERTPp",
        """
        roles_approvals roles_approvals_results univercity_handbook univercity_handbook_picture
        wagtail_localize:javascript_catalog
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
        "AERT",
        "wagtailsnippetchoosers_univercity_sitesettings:cho*",
    ),
    ("making a snippet while choosing", "AE", "wagtailsnippetchoosers_*:create"),
    ("choosing a snippet, which belongs to everybody", "AERTPp", "wagtailsnippetchoosers_*:cho*"),
    (
        "snippets and settings: reading and changing",
        "AET",
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
        "AEP",
        """
        calendar_pages_quick_change page_templates page_from_template univercity_review
        univercity_share_preview wagtailadmin_pages:add wagtailadmin_pages:add_subpage
        wagtailadmin_pages:copy wagtailadmin_pages:delete wagtailadmin_pages:edit
        wagtailadmin_pages:history wagtailadmin_pages:history_results wagtailadmin_pages:move
        wagtailadmin_pages:preview_on_add wagtailadmin_pages:preview_on_edit
        wagtailadmin_pages:revisions_compare wagtailadmin_pages:revisions_revert
        wagtailadmin_pages:revisions_view wagtailadmin_pages:usage wagtailadmin_pages:view_draft
        wagtailadmin_pages:workflow_history
        """,
    ),
    (
        "a snippet: deciding on what is public",
        "AE",
        "wagtailsnippets_*:revisions_unschedule wagtailsnippets_*:unpublish",
    ),
    (
        "a snippet: asked for rights only when something is sent, or not waiting for approval",
        "AERT",
        """
        wagtailsnippets_*:collect_workflow_action_data
        wagtailsnippets_*:confirm_workflow_cancellation wagtailsnippets_*:workflow_action
        """,
    ),
    ("a snippet: locking", "AE", "wagtailsnippets_*:lock wagtailsnippets_*:unlock"),
    ("snippets: their order", "AET", "wagtailsnippets_*:reorder"),
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
        "AERTP",
        """
        wagtailadmin_pages:confirm_workflow_cancellation wagtailadmin_pages:lock
        wagtailadmin_pages:move_confirm wagtailadmin_pages:revisions_index
        wagtailadmin_pages:set_page_position wagtailadmin_pages:unlock
        wagtailadmin_api:pages:action wagtailadmin_choose_page_child wagtail_bulk_action
        wagtailadmin_choose_page_chosen_multiple
        """,
    ),
    ("a page: what happened to it", "AERP", "wagtailadmin_pages:workflow_history_detail"),
    ("a page: an address that no page of this site has", "", "wagtailadmin_pages:convert_alias"),
    (
        "an approval: deciding",
        "AER",
        """
        wagtailadmin_pages:collect_workflow_action_data wagtailadmin_pages:workflow_action
        wagtailadmin_pages:workflow_preview
        """,
    ),
    ("a page that may be seen in the tree", "AERP", "wagtailadmin_api:pages:detail"),
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
        "AERTP",
        """
        wagtaildocs:delete_multiple wagtaildocs:edit_multiple wagtaildocs_chooser:chosen
        wagtailimages:delete_multiple wagtailimages:edit_multiple wagtailimages_chooser:chosen
        wagtailimages_chooser:select_format
        wagtaildocs_chooser:chosen_multiple wagtailimages_chooser:chosen_multiple
        """,
    ),
    (
        "images and documents: all that there are",
        "AERT",
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
        wagtail_localize:convert_to_alias
        """,
    ),
    (
        "translations: submitting and updating",
        "AE",
        "wagtail_localize:submit_page_translation wagtail_localize:submit_snippet_translation "
        "wagtail_localize:update_translations",
    ),
    (
        "translations: reading",
        "AET",
        "wagtail_localize:download_pofile wagtail_localize:preview_translation",
    ),
    (
        "translations: asked for rights only when something is sent, and lists",
        "AERT",
        """
        wagtail_localize:edit_override wagtail_localize:edit_string_translation
        wagtail_localize:machine_translate wagtail_localize:stop_translation
        wagtail_localize:upload_pofile wagtail_localize:snippets_api_detail
        wagtail_localize:snippets_api_listing wagtail_localize:translations_report
        wagtail_localize:translations_report_results
        """,
    ),
    (
        "reports of those who see the whole site",
        "AERT",
        "wagtailadmin_reports:site_history wagtailadmin_reports:site_history_results",
    ),
    (
        "reports of those who see and unlock",
        "AER",
        "wagtailadmin_reports:locked_pages wagtailadmin_reports:locked_pages_results",
    ),
    (
        "reports of those who change pages",
        "AET",
        """
        wagtailadmin_reports:aging_pages wagtailadmin_reports:aging_pages_results
        wagtailadmin_reports:page_types_usage wagtailadmin_reports:page_types_usage_results
        wagtailadmin_reports:workflow wagtailadmin_reports:workflow_results
        wagtailadmin_reports:workflow_tasks wagtailadmin_reports:workflow_tasks_results
        """,
    ),
    ("lists of pages that the account sees", "AERTPp", "all-events:* all-partners:*"),
    ("images that the account changes", "AEPp", "univercity_worklist_images-*"),
    (
        "lists and reports of pages that the account changes",
        "AETPp",
        """
        univercity_broken_links* univercity_content_report* univercity_dead_links*
        univercity_previews univercity_previews_results univercity_worklist_*
        """,
    ),
    (
        "a link to another site, a preview: asked for rights only when something is sent",
        "AERTPp",
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
        "AERT",
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
