"""Stored answers as files, which several processes write at once."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from univercity.http_cache.file_cache import FileCache


def test_folder_of_answers_does_not_grow_without_end(tmp_path):
    cache = FileCache(str(tmp_path), {"OPTIONS": {"MAX_ENTRIES": 400}})

    for number in range(1000):
        cache.set(str(number), number)

    assert len(list(tmp_path.iterdir())) <= 400 + FileCache.WRITES


def test_one_of_many_who_add_a_key_at_once_is_the_first(tmp_path):
    cache = FileCache(str(tmp_path), {})
    together = Barrier(8)

    def add(number):
        together.wait()
        return [cache.add(str(key), number, timeout=10) for key in range(200)]

    with ThreadPoolExecutor(8) as pool:
        added = list(pool.map(add, range(8)))

    assert [sum(who) for who in zip(*added, strict=True)] == [1] * 200
    assert all(added[cache.get(str(key))][key] for key in range(200))


def test_key_can_be_added_again_when_it_is_over(tmp_path):
    cache = FileCache(str(tmp_path), {})

    assert cache.add("lock", 1, timeout=-1)
    assert cache.add("lock", 2, timeout=10)
    assert cache.get("lock") == 2
