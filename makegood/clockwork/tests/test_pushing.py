"""A promise at risk shows on Bea's telephone: through a push service of our own, which reads nothing, and the telephone, which does."""

import datetime as dt
import json

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from django.urls import reverse
from django.utils import timezone

from makegood.clockwork import pushing, telling
from makegood.events.models import Event
from makegood.staff.notices import actions as notices
from makegood.staff.notices.kinds import Kind, Way
from makegood.staff.push import identity, sealing, vapid
from makegood.staff.push.models import Device, OwnKey, Push
from tests.push_service import AUTH, KEY, push_service, read


@pytest.fixture
def service(settings):
    settings.PUSH_TO_PRIVATE = True
    with push_service() as server:
        yield server


@pytest.fixture
def telephone(client, hale, bea, service):
    client.force_login(bea)
    client.post(reverse("push-devices"), service.told)
    return Device.objects.get(user=bea)


def work():
    return pushing.work(at=timezone.now() + dt.timedelta(seconds=1))


def tell(user, case, kind=Kind.RISK):
    telling.tell(
        user, kind, key="risk.1", subject="Ada's words", text="More of Ada's words", case=case, at=timezone.now()
    )


def test_the_telephone_reads_kind_and_case_and_nobody_else_anything(telephone, service, bea, refund):
    for _ in range(2):
        tell(bea, refund)
    assert [work(), work()] == [1, 0], "told twice, shown once"
    [(headers, body)] = service.taken
    shown = read(body)
    assert shown["title"] == "A promise you answer for is due soon"
    assert (shown["body"], shown["path"]) == (refund.ref, f"/cases/{refund.ref}")
    assert "Ada" not in str(shown) and refund.ref.encode() not in body
    token, key = headers["Authorization"].removeprefix("vapid t=").split(", k=")
    said, _dot, signature = token.rpartition(".")
    claims = json.loads(vapid.plain(said.split(".")[1]))
    assert claims["aud"] == f"http://127.0.0.1:{service.server_port}"
    assert claims["exp"] < (timezone.now() + dt.timedelta(days=1)).timestamp()
    ours = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), vapid.plain(key))
    raw = vapid.plain(signature)
    whole = encode_dss_signature(*(int.from_bytes(half, "big") for half in (raw[:32], raw[32:])))
    ours.verify(whole, said.encode(), ec.ECDSA(hashes.SHA256()))
    telephone.refresh_from_db()
    assert telephone.reached_at is not None


@pytest.mark.parametrize(("status", "stays", "waits"), [(410, False, False), (403, True, False), (503, True, True)])
def test_who_is_gone_goes_who_refuses_is_left_and_who_is_busy_is_asked_again(
    telephone, service, bea, refund, status, stays, waits
):
    service.status = status
    tell(bea, refund)
    work()
    assert Device.objects.exists() == stays
    assert Push.objects.filter(run_at__gt=timezone.now()).exists() == waits
    assert Event.objects.filter(name="staff.push_device_removed").exists() != stays


def test_nothing_is_sent_to_where_no_push_service_is(telephone, service, bea, refund, settings):
    settings.PUSH_TO_PRIVATE = False
    for endpoint in (
        telephone.endpoint,
        "https://127.0.0.1/",
        "https://10.0.0.7/",
        "https://169.254.169.254/",
        "https://[::1]/",
    ):
        Device.objects.update(endpoint=endpoint)
        Push.objects.all().delete()
        tell(bea, refund)
        assert work() == 1
        assert not Push.objects.filter(run_at__isnull=False).exists(), f"{endpoint} is tried again"
    assert not service.taken


def test_bea_says_which_kinds_and_tries_it_out(client, telephone, service, bea, refund, cleo):
    notices.choose(bea, {Kind.RISK: Way.NOT}, times=[], days=[], by_push=[], by=bea.key, at=timezone.now())
    tell(bea, refund)
    assert work() == 0
    client.post(reverse("push-device-trial", args=[telephone.pk]))
    assert work() == 1
    page = client.get(reverse("profile-notices")).content.decode()
    assert vapid.public(identity.private(at=timezone.now())) in page and "last reached" in page
    client.force_login(cleo)
    assert client.post(reverse("push-device-removal", args=[telephone.pk])).status_code == 404
    client.force_login(bea)
    client.post(reverse("push-device-removal", args=[telephone.pk]))
    assert not Device.objects.exists()


def test_what_no_browser_says_is_refused(client, hale, bea):
    client.force_login(bea)
    good = {
        "endpoint": "https://push.example/1",
        "auth": vapid.text(AUTH),
        "p256dh": vapid.text(sealing.point(KEY.public_key())),
    }
    for wrong in (
        {"endpoint": "file:///x"},
        {"endpoint": "https://[x"},
        {"auth": "AA"},
        {"p256dh": "AAAA"},
        {"p256dh": "%"},
        {"auth": "%"},
    ):
        client.post(reverse("push-devices"), good | wrong)
        assert not Device.objects.exists(), wrong


def test_our_key_is_kept_sealed_and_with_another_installation_key_all_begins_anew(telephone, settings):
    before = identity.private(at=timezone.now())
    assert before == identity.private(at=timezone.now()) and before not in OwnKey.objects.get().private
    settings.SECRET_KEY = "another"
    assert identity.private(at=timezone.now()) != before
    assert not Device.objects.exists()
