import datetime as dt
from importlib import import_module

import pytest
from django.apps import apps
from django.contrib.sessions.backends.db import SessionStore as Djangos
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from makegood.events.models import Event
from makegood.staff import actions as staff
from makegood.staff import browsers
from makegood.staff.models import Session

FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
IPHONE = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 "
    "Mobile/15E148 Safari/604.1"
)
EDGE = (
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Safari/537.36 "
    "Edg/138.0.0.0"
)
ANDROID = (
    "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Mobile Safari/537.36"
)


def signed_in(user, agent=FIREFOX, address="203.0.113.7"):
    """A browser of this person, through the front door."""
    client = Client(headers={"user-agent": agent}, REMOTE_ADDR=address)
    answer = client.post(reverse("sign-in"), {"email": user.email, "password": "correct horse battery"})
    assert answer.status_code == 302
    return client


def is_in(client):
    return client.get(reverse("profile")).status_code == 200


def told(client, address):
    """The list as it stands on the page: browser, whether it is this one."""
    return [
        (row["browser"].name, row["browser"].system, row["here"]) for row in client.get(address).context["sessions"]
    ]


@pytest.mark.parametrize(
    ("agent", "name", "system"),
    [
        (FIREFOX, "Firefox", "Linux"),
        (IPHONE, "Safari", "iPhone"),
        (EDGE, "Edge", "Windows"),
        (ANDROID, "Chrome", "Android"),
        ("curl/8", "", ""),
        ("", "", ""),
    ],
)
def test_browsers_are_called_what_people_call_them(agent, name, system):
    assert browsers.named(agent) == browsers.Browser(name, system)


def test_bea_sees_where_she_is_signed_in_and_ends_one(hale, bea):
    here, phone = signed_in(bea), signed_in(bea, IPHONE, "2001:db8:1:2::9")
    address = reverse("profile-sessions")
    page = here.get(address).content.decode()
    assert sorted(told(here, address)) == [("Firefox", "Linux", True), ("Safari", "iPhone", False)]
    assert "203.0.113.7" in page
    assert "2001:db8:1:2::/64" in page
    assert phone.session.session_key not in page
    [row] = [row for row in here.get(address).context["sessions"] if not row["here"]]
    here.post(reverse("profile-session-end", args=[row["session"].key]))
    assert (is_in(here), is_in(phone)) == (True, False)
    assert Event.objects.about(bea.key).filter(name="staff.session_ended", by=bea.key).count() == 1


def test_she_ends_all_others(hale, bea):
    here, there = signed_in(bea), signed_in(bea)
    here.post(reverse("profile-sessions"))
    assert (is_in(here), is_in(there)) == (True, False)
    assert told(here, reverse("profile-sessions")) == [("Firefox", "Linux", True)]


def test_ending_this_one_signs_out(hale, bea):
    here = signed_in(bea)
    [row] = here.get(reverse("profile-sessions")).context["sessions"]
    assert here.post(reverse("profile-session-end", args=[row["session"].key]))["Location"] == reverse("sign-in")
    assert not is_in(here)


def test_nobody_ends_another_s_by_their_own_page(hale, bea, eve):
    hers, eves = signed_in(bea), signed_in(eve)
    key = Session.objects.get(user=bea).key
    eves.post(reverse("profile-session-end", args=[key]))
    assert is_in(hers)
    assert eves.post(reverse("staff-session-end", args=[bea.ref, key])).status_code == 403


def test_an_administrator_sees_and_ends_them(client, hale, bea, owner):
    hers, other = signed_in(bea), signed_in(bea, EDGE)
    client.force_login(owner)
    address = reverse("staff-sessions", args=[bea.ref])
    assert len(told(client, address)) == 2
    key = Session.objects.get(user=bea, agent=EDGE).key
    client.post(reverse("staff-session-end", args=[bea.ref, key]))
    assert (is_in(hers), is_in(other)) == (True, False)
    client.post(address)
    assert not is_in(hers)
    assert "Signed in nowhere" in client.get(address).content.decode()
    assert set(Event.objects.about(bea.key).filter(name__contains="session").values_list("by", flat=True)) == {
        owner.key
    }


@pytest.mark.parametrize("verb", ["password", "deactivate"])
def test_a_new_password_or_leaving_ends_all_of_them(hale, bea, owner, now, verb):
    hers = signed_in(bea)
    if verb == "password":
        staff.set_password(bea, password="another long phrase", by=bea.key, at=now)
    else:
        staff.deactivate(bea, by=owner.key, at=now)
    assert not is_in(hers)
    assert not Session.objects.filter(user=bea).exists()


def test_she_changes_her_password_and_stays_here(hale, bea):
    here, there = signed_in(bea), signed_in(bea)
    change = {"current": "correct horse battery", "password": "another long phrase"}
    here.post(reverse("profile-password"), change)
    assert (is_in(here), is_in(there)) == (True, False)
    assert told(here, reverse("profile-sessions")) == [("Firefox", "Linux", True)]


def test_an_administrator_who_deactivates_themself_is_shown_out(client, hale, owner, bea, now):
    staff.change_role(bea, role="admin", by="", at=now)
    client.force_login(owner)
    assert client.post(reverse("staff-deactivation", args=[owner.ref]))["Location"] == reverse("sign-in")


def test_use_is_noted_every_five_minutes_and_costs_nothing_between(hale, bea, django_assert_num_queries):
    here = signed_in(bea)
    is_in(here)
    long_ago = timezone.now() - dt.timedelta(minutes=6)
    Session.objects.filter(user=bea).update(used_at=long_ago, address="")
    is_in(here)
    row = Session.objects.get(user=bea)
    assert row.used_at > long_ago + dt.timedelta(minutes=5)
    assert row.address == "203.0.113.7"
    noted = row.used_at
    is_in(here)
    row.refresh_from_db()
    assert row.used_at == noted


def test_a_stranger_s_session_is_nobody_s(client, hale):
    client.post(reverse("forgotten"), {"email": "x@hale.example"})
    assert not Session.objects.exclude(user=None).exists()


def test_what_is_over_is_swept(hale, bea):
    signed_in(bea)
    assert staff.forget_old_sessions(at=timezone.now()) == 0
    assert staff.forget_old_sessions(at=timezone.now() + dt.timedelta(days=15)) == 1


def test_an_upgrade_signs_nobody_out(hale, bea):
    here = signed_in(bea)
    kept = Session.objects.get(user=bea)
    Djangos.get_model_class().objects.create(
        session_key=kept.session_key, session_data=kept.session_data, expire_date=kept.expire_date
    )
    Session.objects.all().delete()
    import_module("makegood.staff.migrations.0003_sessions_carried_over").carry_over(apps, None)
    assert is_in(here)
    assert [one.key for one in bea.sessions.all()] == [kept.key]
