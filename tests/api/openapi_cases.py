"""What schemathesis cannot know when it makes requests: what is there, and what goes together."""

import re
from dataclasses import dataclass

from django.utils import timezone
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import APIToken, Locale, Page, Site

from home.models import StandardPage
from tests.accounts import make_account
from univercity.api.models import TokenScope
from univercity.previews.opening import issue
from univercity.publishing.cursors import cursor_after

RELATIVES = ("ancestor_of", "child_of", "descendant_of", "translation_of", "id")
#: What opens one draft, and nothing else beside it.
PREVIEWS = ("preview_token", "X-Preview-Token")
#: What nobody can make up.
SIGNED = ("cursor", "since")
LISTS = ("partners", "events", "sitemap")
#: From UTC, at which no place keeps its clocks and PostgreSQL reads no time.
FAR_OFFSET = re.compile(r"(?<=:\d\d)[+-](?:1[6-9]|2\d):\d\d$")


@dataclass(frozen=True)
class Known:
    """What is there: values by the name of the parameter, and credentials by who asks."""

    values: dict[str, list]
    headers: dict[str, dict[str, str]]


def make_known(client):
    """Add to the demo what it lacks, and return what addresses can name."""
    pages = list(Page.objects.filter(depth__gt=1).order_by("pk").specific())
    draft = StandardPage.objects.live().filter(locale__language_code="en").first()
    draft.title += " (draft)"
    draft.save_revision()
    Redirect.objects.create(old_path="/alt", redirect_link="/de/", site=Site.objects.get())
    editor = make_account("fuzz", is_superuser=True)
    preview = issue(editor, draft, None, follows_form=False).text
    public = [page for page in pages if page.live]
    values = {
        # Narrow tokens reach just one page.
        "page_id": [page.pk for page in pages] + [draft.pk] * 2 * len(pages),
        "revision_id": [draft.latest_revision_id],
        "path": [
            *(page.url for page in public),
            *([draft.url] * 2 * len(public)),
            *("/alt", "/de/nichts/", "/mission/"),
        ],
        "html_path": [page.url for page in public] + ["/alt", draft.url] * len(public),
        "since": ["", cursor_after(0), timezone.now().isoformat()],
        "preview_token": [preview],
        "token": [preview],
        "site": [Site.objects.get().hostname, "localhost"],
        "search": ["Bochum", "Hochschule"],
        "q": ["Bochum", "Hochschule", "Licht"],
        "type_name": [type(page)._meta.label for page in pages],
        "site_id": ids(Site),
        "locale_id": ids(Locale),
        "image_id": ids(get_image_model()),
        "document_id": ids(get_document_model()),
        "redirect_id": ids(Redirect),
        **{name: [page.pk for page in public] + [draft.pk] * 9 for name in RELATIVES},
        **{f"cursor of {name}": cursors(client, name) for name in LISTS},
        "cursor of search": cursors(client, "search", q="Bochum"),
    }
    return Known(values, credentials(editor, draft, preview))


def ids(model):
    return list(model.objects.order_by("pk").values_list("pk", flat=True))


def cursors(client, name, **query):
    following = client.get(f"/api/v3/{name}/", {"limit": 1, **query}).json()["next"]
    return [following.partition("cursor=")[2].replace("%3A", ":")]


def credentials(editor, page, preview):
    """Return the headers of those who ask, by name; narrow tokens reach ``page``."""
    scopes = {
        "reader": {},
        "drafts": {"reads_drafts": True},
        "one language": {"locales": ["en"]},
        "one type": {"page_types": [page._meta.label], "reads_drafts": True},
        "one section": {"subtree": page.translation_key},
    }
    headers = {"anonymous": {}, "preview": {"X-Preview-Token": preview}}
    for name, scope in scopes.items():
        token, secret = APIToken.create_token(user=editor, name=name)
        TokenScope.objects.create(token=token, **scope)
        headers[name] = {"Authorization": f"Bearer {secret}"}
    return headers


def make_sensible(case, known, data):
    """Let a valid case name things that are there, mostly, and only what goes together."""
    for values in (case.path_parameters, case.query, case.headers):
        for name in list(values or ()):
            if name in PREVIEWS and data.draw(st.integers(0, 2)):
                del values[name]
                continue
            offered = known.values.get(f"cursor of {place_of(case)}" if name == "cursor" else name)
            if name == "cursor" and not offered:
                del values[name]
            elif offered and (name in SIGNED or data.draw(st.integers(0, 9))):
                values[name] = data.draw(st.sampled_from(offered))
            elif isinstance(values[name], str):
                values[name] = FAR_OFFSET.sub("Z", values[name])
    drop_what_does_not_go_together(case.query or {})


def place_of(case):
    return case.operation.path.strip("/").rpartition("/")[2]


def drop_what_does_not_go_together(query):
    """Leave out parameters that the endpoints refuse beside others, as docs/api.md says."""
    if "search" in query:
        query.pop("order", None)  # by columns that the index does not have
    if query.get("order") in ("random", ["random"]):
        query.pop("offset", None)
    if "child_of" in query:
        query.pop("descendant_of", None)
    if query.get("version") == "draft":
        query.pop("at", None)
    if {"from", "to"} <= query.keys():
        query["from"], query["to"] = sorted([query["from"], query["to"]])


def try_out(operation, mode, count, ask):
    """Have ``ask`` called with ``count`` cases, or as many as there are."""

    @settings(
        max_examples=count,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy(generation_mode=mode), data=st.data())
    def cases(case, data):
        ask(case, data)

    cases()
