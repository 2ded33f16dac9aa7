"""Content that uses every block of a menu, any number of times."""

import json

from tests.factories import DocumentFactory, ImageFactory, PersonFactory, SharedContentFactory


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
            ("figure", figure(f"Bild {number}", "Der Hörsaal")),
            (
                "video",
                {"title": "Rückblick", "url": "https://vimeo.com/76979871", "alternative": text},
            ),
            ("key_figures", {"heading": "Zahlen", "figures": listed(key_figure())}),
            ("call_to_action", {"heading": "Kommen Sie!", "text": "Bald.", "link": link}),
            *library(number, link, text),
            (
                "person",
                {"heading": "Kontakt", "persons": listed(PersonFactory(name="Projektbüro").pk)},
            ),
            ("shared_content", {"content": shared_content(number, text).pk}),
            *media(number, text, link),
        ]
    return body


def library(number, link, text):
    """Return texts, links and layout: the blocks that the whole library is held together by."""
    notice = {"kind": "info", "heading": "Einlass", "text": text}
    columns = [
        stored([("heading", {"text": f"Spalte {number}", "level": "3"})]),
        stored([("figure", figure(f"Spaltenbild {number}", ""))]),
    ]
    section = [
        ("notice", notice),
        ("columns", {"columns": listed(*columns)}),
        ("figure", figure(f"Abschnittsbild {number}", "Der Garten")),
    ]
    described = {"link": link, "description": "Was dort steht"}
    call = {**NO_LINK, "label": "Anruf", "phone": "110 0"}
    teaser = {"heading": "Post von uns", "text": "Monatlich.", "privacy": text}
    return [
        ("lead", "Jede Woche eine offene Tür."),
        ("notice", notice),
        ("table", table(text)),
        ("button_group", {"buttons": listed(link, call)}),
        ("link_list", {"heading": "Zum Weiterlesen", "links": listed(described)}),
        ("form_teaser", {"kind": "newsletter", "link": link, **teaser}),
        ("section", {"content": stored(section), "background": "dark", "width": "page"}),
    ]


NO_LINK = {"label": "", "page": None, "url": ""}


def table(text):
    """Return a table with a column of each type."""
    return {
        "caption": "Orte",
        "columns": [
            {"type": "text", "heading": "Ort"},
            {"type": "number", "heading": "Plätze"},
            {"type": "rich_text", "heading": "Anfahrt"},
        ],
        "rows": [
            {"values": ["Blue Square", 120.0, text]},
            {"values": ["Planetarium", 260.0, "<p>Mit der U-Bahn</p>"]},
        ],
    }


def stored(body):
    """Return ``body`` as a stream inside a block stores it."""
    return [
        {"type": name, "value": value, "id": f"00000000-0000-0000-0002-{number:012}"}
        for number, (name, value) in enumerate(body)
    ]


def shared_content(number, text):
    """Return content with blocks that look something up, for use on pages."""
    body = [
        ("text", text),
        ("heading", {"text": "Gut zu wissen", "level": "2"}),
        ("figure", {"image": {"image": ImageFactory().pk, "alt_text": "Haus"}, "caption": "Da"}),
        (
            "person",
            {
                "heading": "Rat",
                "persons": listed(PersonFactory(name="Ada", image=ImageFactory()).pk),
            },
        ),
    ]
    return SharedContentFactory(name=f"Baustein {number}", body=json.dumps(raw(body)))


def media(number, text, link):
    """Return each block of images, films, sound and files but those with one image or player."""
    images = [figure(f"Szene {number}.{at}", f"Moment {at}") for at in range(2)]
    film, sound = document("film.mp4").pk, document("ton.mp3").pk
    poster, captions = ImageFactory().pk, document("film.vtt").pk
    download = {"document": document("programm.pdf").pk, "title": "Programm"}
    recording = {"file": film, "poster": poster, "duration": "3:05"}
    spoken = {"captions": captions, "no_speech": "", "transcript": "<p>Guten Abend!</p>"}
    post = {"title": "Der Garten", "url": "https://www.instagram.com/p/C1aBcDeFgHi/"}
    return [
        ("gallery", {"heading": "Eindrücke", "images": listed(*images)}),
        (
            "image_with_text",
            {**figure(f"Werkstatt {number}"), "text": text, "links": listed(link), "side": "end"},
        ),
        ("hosted_video", {"title": "Der Slam", **recording, **spoken}),
        (
            "audio",
            {
                "title": "Das Gespräch",
                "file": sound,
                "transcript": "<p>Was ist Zeit?</p>",
                "duration": "",
            },
        ),
        ("sign_language_video", {"title": "Willkommen", **recording, "text": "<p>Hallo!</p>"}),
        ("downloads", {"heading": "Dateien", "documents": listed(download)}),
        ("instagram", {**post, "text": "Kakteen im Gewächshaus."}),
    ]


def figure(alt_text, caption=None):
    image = {"image": {"image": ImageFactory().pk, "alt_text": alt_text, "decorative": False}}
    return image if caption is None else {**image, "caption": caption}


def document(filename):
    return DocumentFactory(filename=filename, title=f"Datei {filename}")


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
