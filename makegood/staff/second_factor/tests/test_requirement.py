from io import StringIO

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from makegood.events.models import Event
from makegood.staff.models import Role
from makegood.staff.second_factor import actions as second_factor
from makegood.staff.second_factor.models import RoleWithSecondFactor
from makegood.staff.second_factor.tests import phone
from makegood.staff.second_factor.tests.test_set_up import set_up

SET_UP = "/profile/second-factor/"


@pytest.fixture
def required(hale, now):
    second_factor.require([Role.AGENT], by="", at=now)


def test_an_administrator_decides_by_role(client, hale, owner, bea):
    client.force_login(owner)
    client.post(reverse("signing-in"), {"roles": ["agent", "lead"]})
    client.post(reverse("signing-in"), {"roles": ["agent", "lead"]})
    assert set(RoleWithSecondFactor.objects.values_list("role", flat=True)) == {"agent", "lead"}
    [event] = Event.objects.filter(name="staff.second_factor_required")
    assert (event.by, event.data) == (owner.key, {"roles": ["agent", "lead"]})
    phone.add(bea)
    page = client.get(reverse("signing-in"))
    assert {"role": "Agent", "people": 1, "with_one": 1} in page.context["figures"]
    client.post(reverse("signing-in"), {})
    assert not RoleWithSecondFactor.objects.exists()


def test_bea_is_led_to_set_it_up_and_then_on_to_where_she_wanted(client, required, bea):
    phone.password(client, bea)
    answer = client.get("/settings/?a=b")
    assert answer["Location"] == f"{SET_UP}?next=%2Fsettings%2F%3Fa%3Db"
    assert 'value="/settings/?a=b"' in client.get(answer["Location"]).content.decode()
    shown = set_up(client, next="/settings/?a=b")
    assert 'href="/settings/?a=b"' in shown.content.decode()
    assert client.get("/settings/").status_code == 200


def test_meanwhile_no_form_is_taken(client, required, bea):
    client.force_login(bea)
    answer = client.post(reverse("profile"), {"name": "Mallory", "language": "en", "timezone": "UTC"})
    assert answer.status_code == 403
    assert "Set it up first" in answer.content.decode()
    bea.refresh_from_db()
    assert bea.name == "Bea"
    assert client.get("/", headers={"HX-Request": "true"}).status_code == 403
    assert client.post(reverse("sign-out")).status_code == 302


def test_whoever_is_signed_in_already_meets_it_on_their_next_page(client, hale, bea, now):
    client.force_login(bea)
    assert phone.is_in(client)
    second_factor.require([Role.AGENT], by="", at=now)
    assert not phone.is_in(client)


def test_others_are_not_asked(client, required, cleo, bea):
    phone.add(bea)
    for person in (cleo, bea):
        client.force_login(person)
        assert phone.is_in(client)


def test_it_costs_no_question_of_its_own(client, hale, cleo, now, django_assert_max_num_queries):
    client.force_login(cleo)
    client.get(reverse("settings"))
    with CaptureQueriesContext(connection) as before:
        client.get(reverse("settings"))
    second_factor.require([Role.AGENT], by="", at=now)
    with django_assert_max_num_queries(len(before)):
        client.get(reverse("settings"))


def test_an_administrator_helps_whoever_lost_theirs(client, hale, owner, bea):
    phone.add(bea)
    client.force_login(owner)
    assert "Remove their second factor" in client.get(reverse("staff-member", args=[bea.ref])).content.decode()
    client.post(reverse("staff-second-factor-removal", args=[bea.ref]))
    assert not phone.has_one(bea)
    [event] = Event.objects.filter(name="staff.second_factor_removed")
    assert (event.about, event.by) == (bea.key, owner.key)


def test_but_their_own_asks_the_password(client, hale, owner):
    phone.add(owner)
    client.force_login(owner)
    assert "Remove their" not in client.get(reverse("staff-member", args=[owner.ref])).content.decode()
    client.post(reverse("staff-second-factor-removal", args=[owner.ref]))
    assert phone.has_one(owner)


def test_the_operator_helps_the_last_administrator(hale, owner):
    phone.add(owner)
    told = StringIO()
    call_command("remove_second_factor", "OLIVE@hale.example", stdout=told)
    assert "Olive" in told.getvalue()
    assert not phone.has_one(owner)
    with pytest.raises(CommandError, match=r"nobody@hale\.example"):
        call_command("remove_second_factor", "nobody@hale.example")
