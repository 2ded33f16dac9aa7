"""Which role reaches what is about translations; patterns.py explains the rows."""

TRANSLATIONS = [
    (
        "translations: submitting and updating",
        "AEM",
        "*localize:submit_page_translation *localize:submit_snippet_translation "
        "*localize:update_translations",
    ),
    (
        "translations: reading",
        "AETLM",
        """
        *localize:download_pofile *localize:preview_translation *localize:snippets_api_*
        univercity_translation_preview_* univercity_translation_values
        """,
    ),
    (
        "translations: what the editor sends, which asks for rights when something is sent",
        "AERTLM",
        "univercity_translation_text univercity_translation_hints",
    ),
    ("translations: similar texts, of none that is named", "", "univercity_translation_similar"),
    (
        "translations: translating",
        "ATLM",
        """
        *localize:edit_override *localize:edit_string_translation *localize:machine_translate
        *localize:upload_pofile
        """,
    ),
    ("translations: ending them", "AM", "*localize:stop_translation"),
    ("translations: deciding that there is none", "AE", "univercity_exemption"),
    ("translations: publishing them with gaps", "AM", "univercity_publish_incomplete"),
    ("translations: what waits for the account", "ATLM", "univercity_my_translations"),
    (
        "translations: handing them out",
        "AEM",
        "univercity_translations_assign univercity_translations_close "
        "univercity_translations_request",
    ),
    ("translations: pre-translating many", "ATLM", "univercity_translations_pretranslate"),
    ("translations: publishing what is finished", "ALM", "univercity_translations_publish"),
    (
        "translations: how far a bulk action is: of whoever started it",
        "",
        "*_translations_progress",
    ),
    (
        "translations: the state of pages that the account changes",
        "AETLMPp",
        "univercity_translations univercity_translations_results",
    ),
    ("translations: the state of snippets", "AETLM", "univercity_translations_*"),
    (
        "translations: a link or image, of which this world has none",
        "",
        "univercity_translation_override",
    ),
    ("translations: what shows more than it should", "", "*localize:translations_report*"),
]
