"""Addresses of images and documents."""

from django.core.files.storage import FileSystemStorage
from django.utils.text import get_valid_filename
from hypothesis import assume, given
from hypothesis import strategies as st

from univercity.content.media.storage import MediaStorage


@given(st.lists(st.text(min_size=1), min_size=1, max_size=3))
def test_address_of_a_file_is_what_django_says(parts):
    assume(all(part.strip(" .") for part in parts))
    name = "/".join(get_valid_filename(f"x{part}") for part in parts)

    assert MediaStorage().url(name) == FileSystemStorage().url(name)


def test_address_is_below_the_one_of_the_storage():
    assert MediaStorage(base_url="https://media.example/x/").url("a/ä b.png") == (
        "https://media.example/x/a/%C3%A4%20b.png"
    )
