"""TMX files as tests write them, and the pairs that the memory keeps of them."""

from wagtail_localize.models import StringTranslation

#: One pair, from a tool that says nothing of itself.
FILE = (
    b'<tmx version="1.4"><body><tu><tuv xml:lang="de"><seg>Eins</seg></tuv>'
    b'<tuv xml:lang="en-GB"><seg>One</seg></tuv></tu></body></tmx>'
)


def tmx(*units, header='srclang="de"', before=""):
    return (
        f'{before}<tmx version="1.4"><header {header}/><body>{"".join(units)}</body></tmx>'.encode()
    )


def tu(german, english, code="en", attributes="", changed=""):
    changed = f' changedate="{changed}"' if changed else ""
    return (
        f'<tu{attributes}><tuv xml:lang="de"><seg>{german}</seg></tuv>'
        f'<tuv xml:lang="{code}"{changed}><seg>{english}</seg></tuv></tu>'
    )


def pairs():
    rows = StringTranslation.objects.filter(context=None).order_by("pk")
    return [(row.translation_of.data, row.data) for row in rows]
