"""Pages for benchmarks, the same in every run.

    python -m benchmarks.seed --pages 1000 --restrictions 5 --seed 7

Fills the database of ``DATABASE_URL``, which must be new; does nothing where the pages are there
already. ``--pages`` counts German pages; 60 % of them have an English version. Half are events and
half free pages, at depth 4, each with 15 blocks, three images and two snippets.
"""

import argparse
import hashlib
import os
import sys
import time
from pathlib import Path

#: Of the export, by pages, restricted subtrees and seed.
HASHES = {
    (100, 5, 7): "01120cf9f644e4b1",
    (1000, 5, 7): "26d75d5d9ac4dd73",
    (1000, 200, 7): "0102a544abed47c8",
    (10_000, 5, 7): "bbc5f9de6853fe67",
}


def set_up_django():
    sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "site"))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    import django  # noqa: PLC0415 - needs the path above

    django.setup()


def hash_of_export():
    from benchmarks.planting import export  # noqa: PLC0415 - needs Django set up

    return hashlib.sha256("\n".join(export()).encode()).hexdigest()[:16]


def seed(pages, restrictions, number):
    """Fill the database; raises ``SystemExit`` where it then holds something else."""
    from django.core.management import call_command  # noqa: PLC0415 - needs Django set up
    from django.db import connection, transaction  # noqa: PLC0415 - needs Django set up
    from wagtail.images import get_image_model  # noqa: PLC0415 - needs Django set up
    from wagtail.models import Page  # noqa: PLC0415 - needs Django set up

    call_command("migrate", verbosity=0)
    if Page.objects.count() <= 2:  # the root and Wagtail's welcome
        from benchmarks.planting import Planter  # noqa: PLC0415 - needs Django set up

        with transaction.atomic():
            Planter(number).plant(pages, restrictions)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
    expected, found = HASHES.get((pages, restrictions, number)), hash_of_export()
    if expected not in (None, found):
        raise SystemExit(f"The export has the hash {found}, not {expected}: use a new database.")
    files = [image.file for image in get_image_model().objects.all()]
    if not all(file.storage.exists(file.name) for file in files):
        raise SystemExit("The files of the images are not in MEDIA_ROOT: use a new database.")
    return Page.objects.count(), found


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pages", type=int, default=1000)
    parser.add_argument("--restrictions", type=int, default=5)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    set_up_django()
    start = time.perf_counter()
    count, found = seed(options.pages, options.restrictions, options.seed)
    print(f"{count} pages, hash {found}, {time.perf_counter() - start:.1f} s")


if __name__ == "__main__":
    main()
