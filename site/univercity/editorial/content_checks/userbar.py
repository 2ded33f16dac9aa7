"""Checks in the editor: Wagtail's content checker, with our rules added."""

from django.conf import settings
from django.forms.widgets import Script
from wagtail.admin.userbar import ContentCheckerItem

from univercity.editorial.content_checks.rules import ADVICE, Kind
from univercity.editorial.content_checks.wording import options

#: Our rules that run in the browser, with the elements that each looks at. The other kinds are
#: found by axe itself, or need the whole page.
SELECTORS = {
    Kind.ALT_TEXT: "main img[alt]",
    Kind.LINK_TEXT: "main a[href]",
    Kind.CAPITALS: "main :is(h1, h2, h3, h4, h5, h6, p, li, dd, blockquote, figcaption, td)",
    Kind.LONG_SENTENCE: "main :is(p, li, dd, blockquote, figcaption, td)",
}


def rule_id(kind):
    return f"univercity-{kind.value}"


def check_id(kind):
    return f"univercity-check-{kind.value}"


class EditorialCheckerItem(ContentCheckerItem):
    """Checks contrast, links, alt texts and sentences beside what Wagtail checks."""

    axe_run_only = [
        *ContentCheckerItem.axe_run_only,
        "color-contrast",
        *(rule_id(kind) for kind in SELECTORS),
    ]
    axe_custom_rules = [
        *ContentCheckerItem.axe_custom_rules,
        *(
            {
                "id": rule_id(kind),
                "impact": "moderate",
                "selector": selector,
                "tags": ["best-practice"],
                "any": [check_id(kind)],
                "enabled": True,
            }
            for kind, selector in SELECTORS.items()
        ),
    ]
    axe_messages = {
        **ContentCheckerItem.axe_messages,
        **{
            rule_id(kind): {"error_name": kind.label, "help_text": ADVICE[kind]}
            for kind in SELECTORS
        },
    }

    class Media:
        js = [Script("editorial/js/content-checks.js", type="module")]

    def get_axe_custom_checks(self, request):
        languages = {code: options(code) for code, _name in settings.LANGUAGES}
        ours = [{"id": check_id(kind), "options": languages} for kind in SELECTORS]
        return [*super().get_axe_custom_checks(request), *ours]


def check_by_our_rules(request, items, page):
    items[:] = [
        EditorialCheckerItem(in_editor=item.in_editor)
        if isinstance(item, ContentCheckerItem)
        else item
        for item in items
    ]
