import io
import sys

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from makegood.brands.models import Brand, Organisation
from makegood.channels.email.models import Mailbox
from makegood.staff.models import User
from makegood.welcome import code

GIVEN = {
    "organisation": "Hale & Sons",
    "address": "help@hale.example",
    "owner": "Olive Hale <olive@hale.example>",
    "password_stdin": True,
}


@pytest.fixture(autouse=True)
def data_directory(settings, tmp_path):
    settings.DATA_DIR = tmp_path


def set_up(monkeypatch, password="correct horse battery", **changes):
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{password}\n"))
    told = io.StringIO()
    call_command("setup", **(GIVEN | changes), stdout=told)
    return told.getvalue()


@pytest.mark.django_db
def test_one_command_sets_everything_up(monkeypatch):
    assert code.current()
    told = set_up(monkeypatch, brand="Hale", language="lt,en", country="LT")
    assert "http://127.0.0.1:8000/sign-in/" in told
    assert "help@hale.example" in told
    brand, owner = Brand.objects.get(), User.objects.get()
    assert (brand.name, brand.languages, brand.timezone) == ("Hale", ["lt", "en"], "Europe/Vilnius")
    assert (owner.name, owner.role, owner.language) == ("Olive Hale", "admin", "lt")
    assert owner.check_password("correct horse battery")
    assert [team.name for team in owner.teams.all()] == [team.name for team in brand.teams.all()]
    assert Mailbox.objects.get().address == "help@hale.example"
    assert brand.charters.count() == 1
    assert brand.calendar.versions.get().country == "LT"
    assert code.current() is None


@pytest.mark.django_db
def test_it_does_so_once(monkeypatch):
    set_up(monkeypatch)
    with pytest.raises(CommandError, match="already set up"):
        set_up(monkeypatch, organisation="Eve & Co")
    assert Organisation.objects.get().name == "Hale & Sons"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"address": "help"}, "“help” is not a mail address"),
        ({"owner": "Olive"}, "“Olive” is not a mail address"),
        ({"owner": "HELP@hale.example"}, "another than the support address"),
        ({"timezone": "Mars/Olympus"}, "Mars/Olympus"),
        ({"country": "ZZ"}, "ZZ"),
        ({"language": "tlh"}, "tlh"),
        ({"language": ","}, "at least one language"),
        ({"organisation": "  "}, "organisation needs a name"),
        ({"password": "short"}, "password"),
        ({"password": ""}, "password"),
        ({"password_stdin": False}, "--password-stdin"),
    ],
)
def test_bad_input_is_told_clearly_and_leaves_nothing_behind(monkeypatch, wrong, told):
    with pytest.raises(CommandError, match=told):
        set_up(monkeypatch, **wrong)
    assert not Organisation.objects.exists()
    assert not User.objects.exists()
    assert code.current()


@pytest.mark.django_db
def test_the_country_is_guessed_from_the_time_zone_and_the_zone_from_the_country(monkeypatch):
    assert "public holidays of NL" in set_up(monkeypatch, timezone="Europe/Amsterdam")
