"""When the commands of the demo refuse to run."""

import io

import pytest
from django.core.management import CommandError, call_command

from home.models import HomePage


def test_demo_server_refuses_to_start_in_production():
    with pytest.raises(CommandError, match="DEBUG=1"):
        call_command("serve_demo")


def test_demo_leaves_a_site_alone_that_has_another_home_page(home):
    with pytest.raises(CommandError):
        call_command("load_demo", stdout=io.StringIO())

    assert HomePage.objects.get() == home
