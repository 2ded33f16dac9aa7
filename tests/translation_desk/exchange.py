"""A page with its translation, and files of it, for the tests of exchange."""

import json
from pathlib import Path

from lxml import etree
from wagtail_localize.models import Translation, TranslationSource

from tests.factories import StandardPageFactory
from tests.sample_content import raw
from univercity.translation.units import units_of
from univercity.translation_desk.exchange.apply import apply_import
from univercity.translation_desk.exchange.export import export
from univercity.translation_desk.exchange.parsing import read_file
from univercity.translation_desk.exchange.plan import make_plan

SCHEMAS = Path(__file__).parent / "xliff_schemas"


class LocalFiles(etree.Resolver):
    """Finds the schema of ``xml:lang`` here instead of in the net."""

    def resolve(self, url, public_id, context):
        if url.endswith("xml.xsd"):
            return self.resolve_filename(str(SCHEMAS / "xml.xsd"), context)
        return None


def schema(name):
    parser = etree.XMLParser(no_network=True)
    parser.resolvers.add(LocalFiles())
    return etree.XMLSchema(etree.parse(str(SCHEMAS / name), parser))


def body_of(*texts):
    return json.dumps(raw([("text", text) for text in texts]))


def make_translation(parent, locale, *texts, **fields):
    """Return the translation of a new page with texts of HTML; it has no page yet."""
    page = StandardPageFactory(parent=parent, body=body_of(*texts), **fields)
    source, _created = TranslationSource.update_or_create_from_instance(page)
    return Translation.objects.create(source=source, target_locale=locale)


def change_source(translation, *texts):
    """Give the page other texts and hand it to translation again."""
    page = translation.source.get_source_instance()
    page.body = body_of(*texts)
    page.save()
    TranslationSource.update_or_create_from_instance(page)
    translation.source.refresh_from_db()


def unit_with(translation, source):
    [unit] = [unit for unit in units_of([translation]) if unit.source == source]
    return unit


def target_of(translation, source):
    return unit_with(translation, source).target


def content_of(translation, file_format="xliff12"):
    """Return an export as text."""
    return export([translation], file_format).content.decode()


def plan_of(data, user=None, name="datei.xlf"):
    data = data.encode() if isinstance(data, str) else data
    return make_plan(read_file(name, data), user)


def outcomes(data, user=None):
    """Return what an import would do, as the number of texts of each outcome."""
    return {outcome.value: number for outcome, number in plan_of(data, user).counts.items()}


def problems(data):
    return [problem.code.value for problem in plan_of(data).problems]


FILES = Path(__file__).parent / "exchange_files"
OPEN_DAY = "00000000-0000-4000-8000-0000000000da"


def make_open_day(parent, locale):
    """Return the translation that the files in ``exchange_files`` are of."""
    translation = make_translation(
        parent,
        locale,
        "<p>Kommen Sie am 3. Juni zu uns. Der Eintritt ist frei.</p>",
        '<p>Mehr <a href="https://www.bochum.de/">im <b>Programm</b></a>.<br/>Bis bald!</p>',
        title="Tag der offenen Tür",
        slug="offene-tuer",
    )
    translation.uuid = OPEN_DAY
    translation.save()
    return translation


ONE, LINK = "Eins.", 'Mehr <a id="a1">hier</a>.'
LINK_HTML = '<p>Mehr <a href="https://www.bochum.de/">hier</a>.</p>'


def make_sentences(home, english):
    """Return the translation of a page with ``ONE`` and ``LINK``, whose English page exists."""
    translation = make_translation(
        home, english, "<p>Eins.</p>", LINK_HTML, title="Satz", slug="satz"
    )
    page = translation.source.get_source_instance()
    page.copy_for_translation(english, copy_parents=True)
    return translation


def bring_in(data, user=None, **options):
    data = data if isinstance(data, bytes) else data.encode()
    return apply_import(read_file("datei.xlf", data), user, **options)


def translated(content, source, target, state=""):
    """Return XLIFF 1.2 in which the text ``source`` has a translation."""
    state = f' state="{state}"' if state else ""
    before = f"<source>{source}</source>"
    assert before in content
    start, _found, rest = content.partition(before)
    first_line, _end, others = rest.lstrip().partition("\n")
    others = others if first_line.startswith("<target") else rest
    return f"{start}{before}<target{state}>{target}</target>{others}"


def outcome_of(content, source):
    return next(
        row.outcome.value for row in plan_of(content).rows if row.found.unit.source == source
    )
