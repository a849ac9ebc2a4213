import pytest
from django.test import Client
from django.urls import reverse

from makegood.events.models import Event
from makegood.staff.models import Role
from makegood.staff.passkeys.models import Passkey
from makegood.staff.passkeys.tests.device import PRESENT, Device
from makegood.staff.second_factor import actions as second_factor
from makegood.staff.second_factor.tests import phone

HOST, ORIGIN = "desk.example.com", "https://desk.example.com"


@pytest.fixture(autouse=True)
def address(settings, hale):
    settings.BASE_URL, settings.ALLOWED_HOSTS = ORIGIN, [HOST, "elsewhere.example"]


def browser() -> Client:
    return Client(headers={"host": HOST})


def add(client, device, name="Telephone"):
    options = client.post(reverse("profile-passkey-options")).json()
    return client.post(reverse("profile-passkeys"), {"name": name, "passkey": device.makes(options)})


def sign_in(client, device, *, tampered=lambda answer: answer, **more):
    options = client.post(reverse("sign-in-passkey-options")).json()
    return client.post(reverse("sign-in-passkey"), {"passkey": tampered(device.shows(options)), **more})


@pytest.fixture
def device(bea):
    """Bea's telephone, with a passkey that she has added after her password."""
    telephone, client = Device(ORIGIN), browser()
    phone.password(client, bea)
    assert add(client, telephone)["Location"] == reverse("profile-passkeys")
    return telephone


def test_a_passkey_lets_bea_in_to_where_she_wanted(device, bea):
    client = browser()
    assert sign_in(client, device, next="/tasks")["Location"] == "/tasks"
    assert phone.is_in(client)
    [passkey] = Passkey.objects.all()
    assert (passkey.user, passkey.name, passkey.sign_count, passkey.used_at is None) == (bea, "Telephone", 1, False)
    [event] = Event.objects.filter(name="staff.passkey_added")
    assert (event.about, event.by, event.data) == (bea.key, bea.key, {"passkey": str(passkey.pk)})


def test_it_is_both_factors_and_satisfies_a_role_that_must_have_one(device, bea, now):
    second_factor.require([Role.AGENT], by="", at=now)
    client = browser()
    assert phone.password(client, bea)["Location"] == reverse("sign-in-code")
    page = client.get(reverse("sign-in-code")).content.decode()
    assert 'data-passkey="get"' in page and 'name="code"' not in page
    assert not phone.is_in(client), "the password alone does not do"
    sign_in(client, device)
    assert phone.is_in(client), "and nothing more is asked of her"


def test_who_owes_a_second_factor_may_add_a_passkey_instead(bea, now):
    second_factor.require([Role.AGENT], by="", at=now)
    client = browser()
    phone.password(client, bea)
    assert not phone.is_in(client)
    add(client, Device(ORIGIN))
    assert phone.is_in(client)


@pytest.mark.parametrize(
    "spoiled",
    [
        {"flags": PRESENT},
        {"origin": "https://desk.example.com.evil.example"},
        {"owner": b"somebody else's"},
        {"id": b"unknown"},
        {"key": Device(ORIGIN).key},
    ],
    ids=["no finger or PIN", "a false page", "another's", "unknown", "another key"],
)
def test_what_is_not_this_passkey_of_hers_on_our_page_lets_nobody_in(device, spoiled):
    for name, value in spoiled.items():
        setattr(device, name, value)
    client = browser()
    assert sign_in(client, device)["Location"] == reverse("sign-in")
    assert not phone.is_in(client)


@pytest.mark.parametrize("rubbish", ["", "{}", "[1]", '{"id":"AAAA"', "[" * 9000, "x" * 30_000, '{"id":"AA","rawId":"AA","type":"public-key","response":{"clientDataJSON":"","authenticatorData":"%%","signature":1}}'])  # fmt: skip
def test_any_bytes_at_all_get_a_clear_answer(device, rubbish):
    client = browser()
    assert sign_in(client, device, tampered=lambda answer: rubbish)["Location"] == reverse("sign-in")
    assert not phone.is_in(client)
    client = browser()
    sign_in(client, device)
    client.post(reverse("profile-passkey-options"))
    answer = client.post(reverse("profile-passkeys"), {"name": "Key", "passkey": rubbish})
    assert "No passkey came from your device" in answer.content.decode()


def test_an_answer_counts_once_and_a_copy_of_a_key_is_found_out(device):
    client = browser()
    heard = []
    sign_in(client, device, tampered=lambda answer: heard.append(answer) or answer)
    client.post(reverse("sign-out"))
    client.post(reverse("sign-in-passkey"), {"passkey": heard[0]})
    assert not phone.is_in(client), "the challenge is spent"
    device.count = 0
    sign_in(client, device)
    assert not phone.is_in(client), "its count has gone back"


def test_tries_are_counted_with_those_at_passwords(device, bea):
    client = browser()
    for _ in range(20):
        client.post(reverse("sign-in-passkey"), {"passkey": "{}"})
    sign_in(client, device)
    assert not phone.is_in(client)
    assert phone.password(client, bea).status_code == 429


def test_who_left_stays_out(device, bea):
    bea.is_active = False
    bea.save()
    client = browser()
    sign_in(client, device)
    assert not phone.is_in(client)


def test_adding_and_removing_ask_who_signed_in_long_ago_and_a_passkey_will_do(device, bea):
    client = browser()
    client.force_login(bea)
    removal = reverse("profile-passkey-removal", args=[bea.passkeys.get().pk])
    confirmation = reverse("profile-confirmation")
    assert client.post(reverse("profile-passkey-options")).status_code == 409
    for address in (removal, reverse("profile-passkeys")):
        assert client.post(address)["Location"] == f"{confirmation}?next=%2Fprofile%2Fpasskeys%2F"
    options = client.post(reverse("sign-in-passkey-options")).json()
    client.post(confirmation, {"passkey": device.shows(options)})
    client.post(removal)
    assert not bea.passkeys.exists()
    assert Event.objects.filter(name="staff.passkey_removed").count() == 1


def test_a_passkey_of_a_colleague_is_no_proof_that_it_is_cleo(device, cleo):
    client = browser()
    client.force_login(cleo)
    options = client.post(reverse("sign-in-passkey-options")).json()
    answer = client.post(reverse("profile-confirmation"), {"passkey": device.shows(options)})
    assert answer.status_code == 400
    assert client.post(reverse("profile-passkey-options")).status_code == 409


def test_an_administrator_who_helps_removes_them_too(device, bea, owner):
    client = browser()
    client.force_login(owner)
    client.post(reverse("staff-second-factor-removal", args=[bea.ref]))
    assert not bea.passkeys.exists()


@pytest.mark.parametrize(
    "base", ["http://127.0.0.1:8000", "http://desk.example.com", "https://[::1]", "https://other.example"]
)
def test_an_address_that_allows_none_is_told_and_offers_none(settings, bea, base):
    settings.BASE_URL = base
    client = browser()
    assert "data-passkey" not in client.get(reverse("sign-in")).content.decode()
    assert base in client.post(reverse("sign-in-passkey-options")).json()["told"]
    phone.password(client, bea)
    page = client.get(reverse("profile-passkeys")).content.decode()
    assert base in page and "data-passkey" not in page
