from io import StringIO

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from makegood.staff.models import ApiToken


def test_the_command_prints_a_token_that_speaks_for_its_owner(hale, bea):
    told = StringIO()
    call_command("token", "BEA@hale.example", stdout=told)
    assert ApiToken.objects.owner_of(told.getvalue().strip()) == bea


def test_it_says_clearly_why_not(hale, sol):
    with pytest.raises(CommandError, match=r"nobody@hale\.example"):
        call_command("token", "nobody@hale.example")
    with pytest.raises(CommandError, match="Sol may not use"):
        call_command("token", sol.email)
