import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from makegood.events.models import Event
from makegood.staff import actions as staff
from makegood.staff import limits, links
from makegood.staff.models import Attempt

PASSWORD = "correct horse battery"


def enter(client, email="bea@hale.example", password=PASSWORD, network="203.0.113.7", **more):
    return client.post(reverse("sign-in"), {"email": email, "password": password, **more}, REMOTE_ADDR=network)


def guess(client, times, network="198.51.100.66"):
    """A stranger tries Bea's address from a network of their own, or from one network after another."""
    for number in range(times):
        answer = enter(client, password="wrong", network=network.format(number))
    return answer


def test_bea_signs_in_however_she_writes_her_address(client, hale, bea):
    answer = enter(client, email=" Bea@HALE.example ")
    assert (answer.status_code, answer["Location"]) == (302, "/")
    assert client.session["_auth_user_id"] == str(bea.pk)
    assert Event.objects.about(bea.key).filter(name="staff.signed_in").exists()
    assert not Attempt.objects.exists()


def test_she_comes_to_the_page_she_wanted(client, hale, bea):
    assert enter(client, next="/profile/")["Location"] == "/profile/"


@pytest.mark.parametrize("trap", ["https://evil.example/", "//evil.example", "javascript:alert(1)", "\\\\evil.example"])
def test_but_never_to_a_stranger_s_page(client, hale, bea, trap):
    assert enter(client, next=trap)["Location"] == "/"
    client.logout()
    page = client.get(reverse("sign-in"), {"next": trap})
    assert page.status_code == 200


def test_wrong_password_unknown_address_invited_and_gone_get_the_same_answer(client, hale, bea, cleo, now):
    staff.deactivate(cleo, by="", at=now)
    staff.invite(email="new@hale.example", name="New", by="", at=now)
    told = set()
    for email, password in (
        ("bea@hale.example", "wrong"),
        ("nobody@hale.example", PASSWORD),
        ("cleo@hale.example", PASSWORD),
        ("new@hale.example", PASSWORD),
    ):
        answer = enter(client, email=email, password=password)
        assert answer.status_code == 400
        told.add(str(answer.context["form"].errors))
    assert len(told) == 1


def test_after_five_wrong_tries_even_the_right_password_waits_a_minute(client, hale, bea):
    for _ in range(limits.SIGN_IN_FROM_THERE):
        assert enter(client, password="wrong").status_code == 400
    answer = enter(client)
    assert answer.status_code == 429
    assert "Wait a minute" in answer.content.decode()
    Attempt.objects.update(at=timezone.now() - dt.timedelta(seconds=61))
    assert enter(client).status_code == 302


def test_a_stranger_who_guesses_keeps_nobody_out(client, hale, bea):
    assert guess(client, 6).status_code == 429
    assert enter(client).status_code == 302


def test_whoever_guesses_from_many_networks_is_bounded_for_an_hour(client, hale, bea):
    assert guess(client, limits.SIGN_IN_PER_ADDRESS, "198.51.100.{}").status_code == 400
    answer = enter(client)
    assert answer.status_code == 429
    Attempt.objects.update(at=timezone.now() - dt.timedelta(minutes=61))
    assert enter(client).status_code == 302


def test_even_then_she_gets_in_from_a_device_she_has_signed_in_from(client, hale, bea):
    enter(client)
    client.post(reverse("sign-out"))
    stranger = Client()
    guess(stranger, limits.SIGN_IN_PER_ADDRESS, "198.51.100.{}")
    assert enter(stranger).status_code == 429
    assert enter(client).status_code == 302


def test_a_known_device_guesses_no_faster_and_not_at_others(client, hale, bea, cleo):
    enter(client)
    for _ in range(limits.SIGN_IN_FROM_THERE):
        assert enter(client, password="wrong").status_code == 400
    assert enter(client, network="198.51.100.9").status_code == 429
    guess(Client(), limits.SIGN_IN_PER_ADDRESS, "198.51.100.{}")
    for number in range(limits.SIGN_IN_PER_ADDRESS):
        enter(Client(), email="cleo@hale.example", password="wrong", network=f"192.0.2.{number}")
    assert enter(client, email="cleo@hale.example", network="192.0.2.200").status_code == 429


def test_a_device_s_cookie_cannot_be_made_up(client, hale, bea):
    enter(client)
    cookie = client.cookies["device"]
    assert cookie["httponly"]
    assert "bea" not in cookie.value
    stranger = Client()
    stranger.cookies["device"] = cookie.value[:-1] + ("A" if cookie.value[-1] != "A" else "B")
    guess(stranger, limits.SIGN_IN_PER_ADDRESS, "198.51.100.{}")
    assert enter(stranger).status_code == 429


def test_one_network_may_try_twenty_addresses_a_minute(client, hale, bea):
    for number in range(limits.SIGN_IN_PER_NETWORK):
        assert enter(client, email=f"guess{number}@hale.example").status_code == 400
    assert enter(client).status_code == 429


def test_somebody_who_mistyped_twice_has_not_used_up_the_network_s_tries(client, hale, bea):
    for _ in range(30):
        assert enter(client).status_code == 302


def test_no_address_stands_in_the_table_of_tries(client, hale, bea):
    enter(client, password="wrong")
    assert not [row for row in Attempt.objects.all() if "bea" in row.what or "203" in row.what]


def test_an_ipv6_subscriber_counts_as_one():
    assert limits.network("2001:db8::1") == limits.network("2001:db8::ffff:1") != limits.network("2001:db8:0:1::1")
    assert limits.network("203.0.113.7") == "203.0.113.7"
    assert limits.network("") == ""


def test_signing_out_needs_a_post(client, hale, bea):
    client.force_login(bea)
    assert client.get(reverse("sign-out")).status_code == 405
    client.post(reverse("sign-out"))
    assert "_auth_user_id" not in client.session


def test_a_page_for_staff_sends_a_stranger_to_sign_in_and_back(client, hale, bea):
    answer = client.get("/profile/")
    assert answer["Location"] == "/sign-in/?next=/profile/"


def test_asking_for_a_new_password_says_the_same_to_everyone(client, hale, bea):
    for email in ("bea@hale.example", "nobody@hale.example"):
        answer = client.post(reverse("forgotten"), {"email": email})
        assert answer.status_code == 200
        assert email in answer.content.decode()
    assert list(Event.objects.filter(name="staff.reset_asked").values_list("about", flat=True)) == [bea.key]


def test_nobody_is_flooded_with_links(client, hale, bea):
    for _ in range(6):
        client.post(reverse("forgotten"), {"email": "bea@hale.example"})
    assert Event.objects.filter(name="staff.reset_asked").count() == limits.RESETS_PER_ADDRESS


def test_the_link_sets_a_new_password_once_and_ends_every_session(client, hale, bea):
    client.force_login(bea)
    address = "/" + links.reset_link(bea).split("/", 3)[3]
    answer = client.post(address, {"password": "another long phrase"})
    assert answer["Location"] == reverse("sign-in")
    assert client.get("/profile/").status_code == 302
    assert client.get(address).status_code == 410
    assert enter(client, password="another long phrase").status_code == 302
