"""One side of benchmarks/translation.py: what translating costs with these settings."""

import json
import logging
import sys
import time
from contextlib import contextmanager
from functools import partial

import django

QUEUED = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
#: Blocks of a page; with title and address it has about 30 texts.
BLOCKS = 27


class Count:
    """Queries and seconds of what runs within ``with``."""

    def __init__(self):
        self.queries, self.seconds = 0, 0.0

    def __call__(self, execute, *arguments):
        self.queries += 1
        return execute(*arguments)

    @contextmanager
    def running(self):
        from django.db import connection  # noqa: PLC0415 - needs Django set up

        start = time.perf_counter()
        with connection.execute_wrapper(self):
            yield
        self.seconds += time.perf_counter() - start

    def each(self, number):
        return {"queries": self.queries / number, "seconds": self.seconds / number}


def build(number):
    """Return a client that may do everything, a section of pages, and the richest page."""
    from benchmarks.editor import build_site  # noqa: PLC0415 - needs Django set up
    from tests.factories import StandardPageFactory  # noqa: PLC0415 - needs Django set up
    from tests.sample_content import raw, story  # noqa: PLC0415 - needs Django set up

    home, client = build_site()
    section = StandardPageFactory(parent=home)
    for page in range(number):
        blocks = [
            ("heading", {"text": f"Abschnitt {block} von {page}", "level": "2"})
            if block % 2
            else ("text", f"<p>Absatz {block} von {page}.</p>")
            for block in range(BLOCKS)
        ]
        StandardPageFactory(parent=section, body=json.dumps(raw(blocks)))
    richest = StandardPageFactory(parent=home, body=json.dumps(raw(story(1, home))))
    return client, home, section, richest


def translate(translation, publish):
    """Translate each text as a person does."""
    from wagtail_localize.models import StringTranslation  # noqa: PLC0415 - needs Django set up

    for segment in translation.source.stringsegment_set.select_related("string"):
        StringTranslation.objects.update_or_create(
            translation_of=segment.string,
            locale=translation.target_locale,
            context_id=segment.context_id,
            defaults={"data": f"English {segment.string.data}"},
        )
    if publish:
        translation.save_target(publish=False)
        translation.get_target_instance().get_latest_revision().publish()


def hand_over(page, locale):
    from wagtail_localize.models import Translation  # noqa: PLC0415 - needs Django set up
    from wagtail_localize.operations import translate_object  # noqa: PLC0415

    translate_object(page, [locale])
    return Translation.objects.get(source__object_id=page.translation_key, target_locale=locale)


def submit(client, section, locale, side, number):
    """Return what the request costs that submits all pages, and what is left to the worker."""
    from django.test import override_settings  # noqa: PLC0415 - needs Django set up
    from django.urls import reverse  # noqa: PLC0415 - needs Django set up

    from tests.translation_desk.test_subtrees import work  # noqa: PLC0415 - needs Django set up

    request, worker = Count(), Count()
    address = reverse("wagtail_localize:submit_page_translation", args=[section.pk])
    data = {"locales": [locale.pk], "include_subtree": "on", "next": "/admin/pages/"}
    with override_settings(TASKS=QUEUED):
        with request.running():
            response = client.post(address, data)
        assert response.status_code == 302, response
        with worker.running():
            work()
    done = request if side == "stock" else worker  # stock does all within the request
    return request.each(1), done.each(number)


def pretranslator(side, user):
    """Return the function that fills a translation by the dummy service."""
    if side == "ours":
        from univercity.translation_desk.machine.tasks import pretranslate_and_note  # noqa: PLC0415

        return partial(pretranslate_and_note, user=user)
    from wagtail_localize.machine_translators.dummy import DummyTranslator  # noqa: PLC0415
    from wagtail_localize.views.edit_translation import apply_machine_translation  # noqa: PLC0415

    translator = DummyTranslator({})
    return lambda translation: apply_machine_translation(translation.pk, user, translator)


def approve_all(translations, side, user):
    if side == "ours":
        from univercity.translation.units import approve, units_of  # noqa: PLC0415

        for translation in translations:
            approve(translation, units_of([translation]), user)


def count_request(client, address):
    client.get(address)  # fills the caches
    count = Count()
    with count.running():
        response = client.get(address)
    assert response.status_code == 200, response
    return count.each(1)


def report_address(side):
    from django.urls import reverse  # noqa: PLC0415 - needs Django set up

    names = {"ours": "univercity_translations", "stock": "wagtail_localize:translations_report"}
    return reverse(names[side])


def measure(side, number):
    import dataclasses  # noqa: PLC0415

    from django.conf import settings  # noqa: PLC0415 - needs Django set up
    from django.contrib.auth import get_user_model  # noqa: PLC0415 - needs Django set up
    from django.test import override_settings  # noqa: PLC0415 - needs Django set up
    from wagtail.models import Locale, Page  # noqa: PLC0415 - needs Django set up
    from wagtail_localize.models import Translation  # noqa: PLC0415 - needs Django set up

    client, home, section, richest = build(number)
    user = get_user_model().objects.get()
    english = Locale.objects.get_or_create(language_code="en")[0]
    translate(hand_over(home, english), publish=True)
    found = {}
    found["request"], found["submit"] = submit(client, section, english, side, number)
    keys = Page.objects.child_of(section).values("translation_key")
    translations = list(Translation.objects.filter(source__object_id__in=keys))
    assert len(translations) == number, len(translations)
    found["submit"]["texts"] = translations[0].source.stringsegment_set.count()
    translate(Translation.objects.get(source__object_id=section.translation_key), publish=True)

    count = Count()
    dummy = dataclasses.replace(settings.MACHINE_TRANSLATION, service="dummy")
    pretranslate = pretranslator(side, user)
    with override_settings(MACHINE_TRANSLATION=dummy), count.running():
        for translation in translations:
            pretranslate(translation)
    found["pretranslate"] = count.each(number)

    for translation in translations:
        translate(translation, publish=False)  # what the service leaves open, such as addresses
    approve_all(translations, side, user)
    count = Count()
    with count.running():
        for translation in translations:
            translation.save_target(user=user, publish=True)
    found["publish"] = count.each(number)

    parts = [found[step] for step in ("submit", "pretranslate", "publish")]
    found["worker"] = {name: sum(part[name] for part in parts) for name in ("queries", "seconds")}
    target = hand_over(richest, english).get_target_instance()
    found["editor"] = count_request(client, f"/admin/pages/{target.pk}/edit/")
    found["report"] = count_request(client, report_address(side))
    return found


def main():
    from django.test.utils import setup_databases, teardown_databases  # noqa: PLC0415

    django.setup()
    logging.disable(logging.WARNING)
    databases = setup_databases(verbosity=0, interactive=False)
    found = measure(sys.argv[1], int(sys.argv[2]))
    teardown_databases(databases, verbosity=0)
    print(json.dumps(found))


if __name__ == "__main__":
    main()
