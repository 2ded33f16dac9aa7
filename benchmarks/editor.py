"""Opening the editor of a long page: time of the server and number of queries.

    python -m benchmarks.editor

Builds pages in a database of its own, which is thrown away at the end.
"""

import json
import os
import statistics
import sys
import time
from itertools import cycle, islice
from pathlib import Path

from django.db import connection
from django.test.utils import CaptureQueriesContext

LENGTHS = (6, 60)
RUNS = 15


def blocks_of(home, number):
    """Return one block of each kind that costs the editor most, with targets of their own."""
    from wagtail.documents import get_document_model  # noqa: PLC0415 - needs Django set up

    from tests import factories, sample_content  # noqa: PLC0415 - needs Django set up

    page = factories.StandardPageFactory(parent=home)
    document = get_document_model().objects.create(title=f"Satzung {number}", file="satzung.pdf")
    text = (
        f'<p>Mehr <a linktype="page" id="{page.pk}">hier</a> und in der '
        f'<a linktype="document" id="{document.pk}">Satzung</a>.</p>'
    )
    links = [
        {**sample_content.NO_LINK, "label": "Los", "page": page.pk},
        {**sample_content.NO_LINK, "document": document.pk},
    ]
    figure = sample_content.figure(f"Bild {number}", "Der Hörsaal")
    section = [("figure", figure), ("text", text)]
    return [
        ("text", text),
        ("figure", figure),
        ("button_group", {"buttons": sample_content.listed(*links)}),
        ("table", sample_content.table(text)),
        ("heading", {"text": f"Abschnitt {number}", "level": "2"}),
        (
            "section",
            {"content": sample_content.stored(section), "background": "light", "width": "page"},
        ),
    ]


def build_page(home, length, only=None):
    """Return a new page with ``length`` blocks of all kinds, or of the one named ``only``."""
    from tests import factories, sample_content  # noqa: PLC0415 - needs Django set up

    rounds = (blocks_of(home, number) for number in cycle(range(length)))
    blocks = (block for some in rounds for block in some if only in (None, block[0]))
    body = json.dumps(sample_content.raw(list(islice(blocks, length))))
    return factories.StandardPageFactory(parent=home, body=body)


def open_editor(client, page):
    response = client.get(f"/admin/pages/{page.pk}/edit/")
    assert response.status_code == 200


def count_queries(client, page):
    """Return the queries of opening the editor, after a first time that fills caches."""
    open_editor(client, page)
    with CaptureQueriesContext(connection) as queries:
        open_editor(client, page)
    return len(queries)


def measure(client, pages):
    """Return the median of the server's time for each page, in milliseconds; opened in turns."""
    times = [[] for _page in pages]
    for _run in range(RUNS):
        for page, own_times in zip(pages, times, strict=True):
            start = time.perf_counter()
            open_editor(client, page)
            own_times.append((time.perf_counter() - start) * 1000)
    return [statistics.median(own_times) for own_times in times]


def build_site():
    """Return the home page of a new site, and a client of somebody who may edit everything."""
    from django.contrib.auth import get_user_model  # noqa: PLC0415 - needs Django set up
    from django.test import Client  # noqa: PLC0415 - needs Django set up
    from wagtail.models import Page, Site  # noqa: PLC0415 - needs Django set up

    from tests.factories import HomePageFactory  # noqa: PLC0415 - needs Django set up

    home = HomePageFactory(parent=Page.get_first_root_node())
    Site.objects.filter(is_default_site=True).update(root_page=home)
    client = Client()
    client.force_login(get_user_model().objects.create_superuser("editor"))
    return home, client


def main():
    sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "site"))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    import django  # noqa: PLC0415 - needs the path above
    from django.test.utils import setup_databases, teardown_databases  # noqa: PLC0415

    django.setup()
    databases = setup_databases(verbosity=0, interactive=False)
    home, client = build_site()
    pages = [build_page(home, length) for length in LENGTHS]
    queries = [count_queries(client, page) for page in pages]
    print(f"{connection.vendor}, median of {RUNS} requests")
    for row in zip(LENGTHS, measure(client, pages), queries, strict=True):
        print("{:3} blocks: {:6.0f} ms {:4} queries".format(*row))
    teardown_databases(databases, verbosity=0)


if __name__ == "__main__":
    main()
