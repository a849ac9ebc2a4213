"""The demo company loads into a fresh installation alone, all of it or nothing."""

import datetime as dt

import pytest
from django.core.management import CommandError, call_command

from makegood.brands import actions as brands
from makegood.brands.models import Organisation
from makegood.cases.models import Case
from makegood.staff.models import User
from makegood.welcome import code
from makegood.welcome.demo import company, loading

AT = dt.datetime(2026, 11, 19, 10, 30, tzinfo=dt.UTC)


@pytest.mark.any_engine
def test_the_first_visit_offers_it_behind_the_code_and_then_shows_the_logins(
    db, client, monkeypatch, settings, tmp_path
):
    settings.DATA_DIR = tmp_path
    monkeypatch.setattr(loading, "WEEKS", 1)
    assert client.post("/welcome/demo")["Location"] == client.get("/welcome/demo")["Location"] == "/welcome"
    client.post("/welcome/code", {"code": code.current()})
    assert "Look around with the demo company" in client.get("/welcome").content.decode()
    page = client.post("/welcome/demo", follow=True).content.decode()
    assert all(one.email in page for one in company.PEOPLE)
    cases = Case.objects.count()
    client.post("/welcome/demo")
    assert Case.objects.count() == cases
    answer = client.post("/sign-in/", {"email": "cleo@hearth.example", "password": company.PASSWORD})
    assert answer.status_code == 302
    assert "This is the demo company." in client.get("/inbox/all/").content.decode()


def test_whoever_founded_their_own_is_shown_no_demo(db, client, now):
    brands.found_organisation(name="Hale & Sons", country="GB", at=now)
    assert client.get("/welcome/demo")["Location"] == "/"


def test_it_never_loads_over_an_installation_that_is_set_up(db, now):
    brands.found_organisation(name="Hale & Sons", country="GB", at=now)
    with pytest.raises(CommandError, match="never loads over"):
        call_command("demo")
    assert Organisation.objects.get().name == "Hale & Sons"
    assert not User.objects.exists()


def test_what_fails_on_the_way_leaves_nothing(db, monkeypatch):
    monkeypatch.setattr(company, "TEMPLATES", {"missing": "No such template"})
    with pytest.raises(KeyError):
        loading.load(at=AT, weeks=2)
    assert not Organisation.objects.exists()
    assert not User.objects.exists()
