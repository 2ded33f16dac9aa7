"""How much is tried: little, or all of it with ``--hypothesis-profile full`` (``make test-full``).

Tests marked ``full`` run in the full run only. Each run tries other examples; pytest's first lines
name the seed that makes the same again.
"""

from hypothesis import settings

# How long an example takes says more about the machine than about the code.
settings.register_profile("few", deadline=None, derandomize=False, max_examples=25)
settings.register_profile("full", deadline=None, derandomize=False, max_examples=100)
settings.load_profile("few")


def is_full():
    return settings.get_current_profile_name() == "full"


def examples(number):
    """Return ``number`` in the full profile, a fourth of it in the other."""
    return number if is_full() else number // 4
