"""Content that uses every block of a menu, any number of times."""

from tests.factories import ImageFactory


def story(repeat=1, page=None):
    """Return a body with each block of ``StoryBlock``, ``repeat`` times, linking to ``page``."""
    body = []
    for number in range(repeat):
        link = {"label": f"Link {number}", "page": page and page.pk, "url": ""}
        if page is None:
            link["url"] = "https://www.bochum.de"
        text = (
            f'<p>Mehr <a linktype="page" id="{page.pk}">hier {number}</a></p>'
            if page
            else "<p>x</p>"
        )
        body += [
            ("text", text),
            ("heading", {"text": f"Abschnitt {number}", "level": "2"}),
            ("quote", {"text": "Wer fragt, gehört dazu.", "person": "Ada", "role": "Physikerin"}),
            ("accordion", {"heading": "Fragen", "items": listed({"title": "Wann?", "text": text})}),
            (
                "figure",
                {
                    "image": {"image": ImageFactory().pk, "alt_text": f"Bild {number}"},
                    "caption": "Der Hörsaal",
                },
            ),
            (
                "video",
                {"title": "Rückblick", "url": "https://vimeo.com/76979871", "alternative": text},
            ),
            ("key_figures", {"heading": "Zahlen", "figures": listed(key_figure())}),
            ("call_to_action", {"heading": "Kommen Sie!", "text": "Bald.", "link": link}),
        ]
    return body


def listed(*values):
    """Return the items of a ListBlock as it stores them; only those with an id are translated."""
    return [
        {"type": "item", "value": value, "id": f"00000000-0000-0000-0001-{number:012}"}
        for number, value in enumerate(values)
    ]


def key_figure(**fields):
    return {
        "qualifier": "rund",
        "value": 56000,
        "unit": "Studierende",
        "year": 2014,
        "year_unknown": False,
        "source": "Stadt Bochum",
        "source_url": "",
        **fields,
    }


def raw(body):
    """Return ``body`` as a StreamField stores it, with ids that do not change."""
    return [
        {"type": name, "value": value, "id": f"00000000-0000-0000-0000-{number:012}"}
        for number, (name, value) in enumerate(body)
    ]
