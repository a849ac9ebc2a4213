"""A device goes on showing Bea's notices when its push service gives it another address, and nobody else gets at them."""

import datetime as dt
import json

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from makegood.events.models import Event
from makegood.staff.notices.kinds import Kind
from makegood.staff.push import actions as push
from makegood.staff.push import identity, sealing, vapid
from makegood.staff.push.models import Device, Push
from tests.push_service import AUTH, KEY

OLD, NEW = "https://push.example/old", "https://push.example/new"
KEYS = {"p256dh": vapid.text(sealing.point(KEY.public_key())), "auth": vapid.text(AUTH)}


@pytest.fixture
def device(client, hale, bea):
    client.force_login(bea)
    return add(bea, OLD)


def add(user, endpoint):
    return push.add(user, endpoint=endpoint, **KEYS, agent="Firefox", by=user.key, at=timezone.now())


def renew(client, before=OLD, endpoint=NEW, headers=None, **more):
    """As the service worker does, which has no token of a page."""
    told = {"before": before, "endpoint": endpoint, **KEYS, **more}
    return client.post(reverse("push-devices-renewal"), json.dumps(told), "application/json", headers=headers or {})


def again(client, before=OLD, endpoint=NEW, **more):
    """As each page does; whether the device shows notices then."""
    ours = vapid.public(identity.private(at=timezone.now()))
    told = {"before": before, "endpoint": endpoint, "key": ours, **KEYS, **more}
    answer = client.post(reverse("push-devices-again"), told)
    assert (answer.status_code, answer.json()["key"]) == (200, ours)
    return answer.json()["standing"] == "known"


def addresses(user) -> list[str]:
    return list(user.push_devices.values_list("endpoint", flat=True))


def test_the_worker_tells_the_new_address_and_what_waits_goes_there(client, device, bea):
    push.queue(bea, Kind.RISK, key="risk.1", about="", path="/", at=timezone.now())
    for _twice in range(2):
        assert renew(client).status_code == 204
    assert addresses(bea) == [NEW]
    assert Push.objects.get().device.endpoint == NEW
    assert Event.objects.filter(name="staff.push_device_renewed").count() == 1


def test_it_needs_no_token_of_a_page_but_the_session_and_the_old_address(device, bea, cleo):
    strict = Client(enforce_csrf_checks=True)
    assert renew(strict).status_code == 302  # signed out: to the page that asks for a password
    strict.force_login(bea)
    assert renew(strict, before="https://push.example/guessed").status_code == 404
    assert renew(strict, before="").status_code == 404
    assert addresses(bea) == [OLD]
    strict.force_login(cleo)
    assert renew(strict).status_code == 404
    assert (addresses(bea), addresses(cleo)) == ([OLD], [])
    strict.force_login(bea)
    assert renew(strict).status_code == 204


def test_nobody_takes_over_the_device_of_somebody_else(client, device, bea, cleo):
    add(cleo, NEW)
    assert renew(client).status_code == 404
    client.force_login(cleo)
    assert renew(client, before=NEW, endpoint=OLD).status_code == 404
    assert not again(client, before=NEW, endpoint=OLD)
    assert not again(client, before=OLD, endpoint="https://push.example/third")
    assert (addresses(bea), addresses(cleo)) == ([OLD], [NEW])


@pytest.mark.parametrize(
    ("site", "status"), [("same-origin", 204), ("same-site", 403), ("cross-site", 403), ("none", 403)]
)
def test_what_another_site_sends_is_refused(client, device, bea, site, status):
    assert renew(client, headers={"Sec-Fetch-Site": site}).status_code == status


def test_a_form_of_another_site_is_refused_whatever_it_knows(client, device, bea):
    told = {"before": OLD, "endpoint": NEW, **KEYS}
    assert client.post(reverse("push-devices-renewal"), told).status_code == 415
    assert Client(enforce_csrf_checks=True).post(reverse("push-devices-again"), told).status_code == 403
    assert client.get(reverse("push-devices-renewal")).status_code == 405
    assert addresses(bea) == [OLD]


@pytest.mark.parametrize(
    "told",
    [
        {"endpoint": "file:///x"},
        {"endpoint": ""},
        {"endpoint": ["https://push.example/new"]},
        {"p256dh": "AAAA"},
        {"auth": "%"},
        {"before": 7},
        {"before": "x" * 1001},
        {"before": "\ud800"},
        {"before": "\x00"},
        {"endpoint": "https://push.example/\ud800"},
        {"endpoint": "https://push.example/\x00"},
        {"auth": "\ud800"},
    ],
)
def test_what_no_worker_says_is_refused(client, device, bea, told):
    assert renew(client, **{"before": OLD, "endpoint": NEW, **told}).status_code in (400, 404)
    assert addresses(bea) == [OLD]


@pytest.mark.parametrize("body", ["[]", "{", '"x"', "[" * 4000])
def test_what_is_no_json_of_ours_is_refused(client, device, body):
    assert client.post(reverse("push-devices-renewal"), body, "application/json").status_code == 400


def test_what_is_large_is_not_even_read(client, device):
    assert renew(client, more="x" * 5000).status_code == 413
    assert client.post(reverse("push-devices-again"), {"before": "x" * 5000}).status_code == 413


def test_who_says_it_all_the_time_is_held_up(client, device):
    assert [renew(client).status_code for _turn in range(61)][-2:] == [204, 429]


def test_a_page_tells_what_the_worker_could_not_while_bea_was_signed_out(client, device, bea):
    assert again(client)
    assert addresses(bea) == [NEW]
    assert again(client, before=NEW)
    assert addresses(bea) == [NEW]


def test_a_page_has_a_device_that_we_lost_added_again(client, device, bea):
    push.remove(device, by="", at=timezone.now())  # its push service knew it no more
    assert again(client)
    assert addresses(bea) == [NEW]
    Device.objects.all().delete()  # a backup of before was restored
    assert again(client, before=NEW)
    assert addresses(bea) == [NEW]


def test_what_its_push_service_knew_no_more_is_not_added_as_it_was(client, device, bea):
    push.remove(device, by="", at=timezone.now())
    assert not again(client, endpoint=OLD)
    told = {"before": OLD, "endpoint": OLD, "key": vapid.public(identity.private(at=timezone.now())), **KEYS}
    assert client.post(reverse("push-devices-again"), told).json()["standing"] == "gone"
    assert addresses(bea) == []


def test_what_a_person_took_away_stays_away_until_they_want_it_again(client, device, bea):
    client.post(reverse("push-device-removal", args=[device.pk]))
    assert not again(client)
    assert not again(client, before=NEW, endpoint=OLD)
    assert renew(client).status_code == 404
    assert addresses(bea) == []
    client.post(reverse("push-devices"), {"endpoint": OLD, **KEYS})
    push.remove(Device.objects.get(), by="", at=timezone.now() + dt.timedelta(seconds=1))
    assert again(client)
    assert addresses(bea) == [NEW]


def test_a_device_of_which_nobody_knows_who_asked_for_it_is_not_added(client, hale, bea):
    client.force_login(bea)
    assert not again(client, before="")
    assert addresses(bea) == []


def test_one_made_for_another_key_of_ours_is_told_ours_first(client, device, bea):
    ours = vapid.public(identity.private(at=timezone.now()))
    told = {"before": OLD, "endpoint": NEW, "key": "another", **KEYS}
    assert client.post(reverse("push-devices-again"), told).json() == {"key": ours, "standing": "gone"}
    assert addresses(bea) == [OLD]


def test_more_than_the_most_are_not_added_unasked(client, device, bea):
    for number in range(push.MOST - 1):
        add(bea, f"https://push.example/{number}")
    assert not again(client, before="https://push.example/lost")
    assert len(addresses(bea)) == push.MOST


def test_pages_say_whose_device_they_look_after(client, device, bea):
    page = client.get(reverse("profile-notices")).content.decode()
    assert f'data-push="{reverse("push-devices-again")}" data-whose="{bea.key}"' in page
    assert reverse("push-devices-renewal") in client.get(reverse("worker")).content.decode()
