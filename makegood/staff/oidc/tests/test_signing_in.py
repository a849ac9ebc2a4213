"""Bea signs in with the company's provider: a real one, on loopback."""

import logging
import re
from urllib.parse import parse_qs, urlsplit

import httpx
import oidc_provider_mock
import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from makegood.events.models import Event
from makegood.staff import actions as staff
from makegood.staff.models import User
from makegood.staff.oidc import flow
from makegood.staff.second_factor.tests import phone


@pytest.fixture(scope="module")
def company():
    """The provider's address."""
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    with oidc_provider_mock.run_server_in_thread(require_nonce=True) as server:
        yield f"http://localhost:{server.server_port}"


@pytest.fixture
def configured(hale, company, settings):
    cache.clear()
    settings.OIDC_ISSUER, settings.OIDC_CLIENT_ID, settings.OIDC_CLIENT_SECRET = company, "makegood", "s3cret"
    settings.OIDC_NAME = "Hale ID"
    return company


def knows(company, email, *, verified=True, name="Bea Lind"):
    """The provider knows somebody; `verified` None: it does not say."""
    claims = {"email": email, "name": name} | ({} if verified is None else {"email_verified": verified})
    assert httpx.put(f"{company}/users/{email}", json=claims).status_code == 204


def leave(client, **asked):
    """To the provider: the address that we send the browser to."""
    answer = client.get(reverse("oidc"), asked)
    assert answer.status_code == 302
    return answer["Location"]


def signs_in_there(address, email):
    """What the provider sends the browser back to."""
    with httpx.Client() as browser:
        browser.get(address)
        return browser.post(address, data={"sub": email}).headers["location"]


def come_back(client, address):
    parts = urlsplit(address)
    return client.get(f"{parts.path}?{parts.query}")


def sign_in(client, email, **asked):
    return come_back(client, signs_in_there(leave(client, **asked), email))


def test_the_sign_in_page_offers_it_only_where_it_is_set_up(client, hale, configured, settings):
    page = client.get(reverse("sign-in"), {"next": "/settings/"}).content.decode()
    assert "Sign in with Hale ID" in page
    assert f'href="{reverse("oidc")}?next=%2Fsettings%2F"' in page
    settings.OIDC_ISSUER = ""
    assert "Hale ID" not in client.get(reverse("sign-in")).content.decode()
    for name in ("oidc", "oidc-callback"):
        assert client.get(reverse(name))["Location"] == reverse("sign-in")


def test_bea_signs_in_by_the_address_that_the_provider_vouches_for(client, configured, bea):
    knows(configured, "Bea@Hale.example")
    assert sign_in(client, "Bea@Hale.example", next="/settings/")["Location"] == "/settings/"
    assert phone.is_in(client)
    assert Event.objects.about(bea.key).filter(name="staff.signed_in").exists()


def test_what_is_asked_of_the_provider_is_bound_to_this_browser_and_this_sign_in(client, configured, bea, settings):
    address = leave(client)
    asked = {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
    assert asked["response_type"] == "code"
    assert asked["redirect_uri"] == settings.BASE_URL + "/sign-in/oidc/callback/"
    assert asked["code_challenge_method"] == "S256"
    begun = client.session["oidc_begun"]
    assert asked["code_challenge"] == flow.challenge(begun["verifier"])
    assert begun["verifier"] not in address
    assert len({asked["state"], asked["nonce"], begun["verifier"]}) == 3


def test_the_challenge_is_that_of_the_standard():
    """RFC 7636, appendix B."""
    verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
    assert flow.challenge(verifier) == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"


def test_an_answer_that_this_browser_did_not_ask_for_lets_nobody_in(client, configured, bea):
    knows(configured, "bea@hale.example")
    stolen = signs_in_there(leave(Client()), "bea@hale.example")
    assert come_back(client, stolen).status_code == 400
    leave(client)
    assert "Begin it again" in come_back(client, stolen).content.decode()
    assert not phone.is_in(client)


def test_an_answer_is_good_once_and_for_ten_minutes(client, configured, bea):
    knows(configured, "bea@hale.example")
    back = signs_in_there(leave(client), "bea@hale.example")
    session = client.session
    session["oidc_begun"] |= {"at": (timezone.now() - flow.LASTS).isoformat()}
    session.save()
    assert come_back(client, back).status_code == 400
    back = signs_in_there(leave(client), "bea@hale.example")
    assert come_back(client, back).status_code == 302
    client.post(reverse("sign-out"))
    assert come_back(client, back).status_code == 400


def test_a_code_of_another_sign_in_is_not_believed(client, configured, bea, caplog):
    """Somebody slips the code of their own sign-in into Bea's: its token has another nonce."""
    knows(configured, "bea@hale.example")
    theirs = signs_in_there(leave(Client()), "bea@hale.example")
    state = re.search(r"state=([\w-]+)", leave(client))[1]
    mixed = re.sub(r"state=[\w-]+", f"state={state}", theirs)
    assert "could not be believed" in come_back(client, mixed).content.decode()
    assert "another sign-in" in caplog.text
    assert "s3cret" not in caplog.text


def test_an_address_that_nobody_has_verified_is_nobody_s(client, configured, bea, settings):
    knows(configured, "bea@hale.example", verified=False)
    settings.OIDC_TRUST_MAIL = True
    answer = sign_in(client, "bea@hale.example")
    assert answer.status_code == 400
    assert "vouches for no mail address" in answer.content.decode()


def test_where_the_provider_does_not_say_the_settings_decide(client, configured, bea, settings):
    knows(configured, "bea@hale.example", verified=None)
    assert sign_in(client, "bea@hale.example").status_code == 400
    settings.OIDC_TRUST_MAIL = True
    assert sign_in(client, "bea@hale.example").status_code == 302


def test_who_is_invited_joins_by_it(client, configured, now):
    ina = staff.invite(email="ina@hale.example", name="Ina", by="", at=now)
    knows(configured, "ina@hale.example")
    assert sign_in(client, "ina@hale.example").status_code == 302
    ina.refresh_from_db()
    assert ina.is_active
    assert not ina.has_usable_password()
    assert Event.objects.about(ina.key).filter(name="staff.joined").exists()


def test_who_has_left_does_not_come_back_by_it(client, configured, bea, owner, now):
    staff.deactivate(bea, by=owner.key, at=now)
    knows(configured, "bea@hale.example")
    answer = sign_in(client, "bea@hale.example")
    assert answer.status_code == 403
    assert "Nobody with the address bea@hale.example works here" in answer.content.decode()


def test_nobody_new_joins_unless_the_settings_say_so(client, configured, settings):
    knows(configured, "nils@hale.example", name="Nils Berg")
    assert sign_in(client, "nils@hale.example").status_code == 403
    settings.OIDC_NEW_ROLE = "agent"
    assert sign_in(client, "nils@hale.example").status_code == 403, "no domain is named"
    settings.OIDC_NEW_DOMAINS = ["hale.example"]
    assert sign_in(client, "nils@hale.example").status_code == 302
    nils = User.objects.get(email="nils@hale.example")
    assert (nils.name, nils.role, nils.has_usable_password()) == ("Nils Berg", "agent", False)
    knows(configured, "nils@evil.example")
    assert sign_in(Client(), "nils@evil.example").status_code == 403


def test_whoever_has_a_second_factor_here_shows_it_all_the_same(client, configured, bea):
    app = phone.add(bea)
    knows(configured, "bea@hale.example")
    assert sign_in(client, "bea@hale.example", next="/settings/")["Location"] == reverse("sign-in-code")
    assert not phone.is_in(client)
    assert phone.code(client, app.shows())["Location"] == "/settings/"


def test_the_provider_s_no_is_told(client, configured):
    state = re.search(r"state=([\w-]+)", leave(client))[1]
    answer = client.get(reverse("oidc-callback"), {"state": state, "error": "access_denied"})
    assert answer.status_code == 400
    assert "Hale ID did not let you in" in answer.content.decode()


@pytest.mark.parametrize("issuer", ["http://127.0.0.1:9", "http://login.hale.example", "https://", "nonsense"])
def test_a_provider_that_is_not_there_is_told(client, configured, settings, issuer):
    cache.clear()
    settings.OIDC_ISSUER = issuer
    answer = client.get(reverse("oidc"))
    assert answer.status_code == 502
    assert "cannot be reached" in answer.content.decode()


def test_a_client_that_the_provider_does_not_know_is_told_to_the_operator(client, configured, bea, settings, caplog):
    knows(configured, "bea@hale.example")
    settings.OIDC_CLIENT_SECRET = ""
    assert sign_in(client, "bea@hale.example").status_code == 502
    assert "answered 401 invalid_client" in caplog.text


def test_one_that_calls_itself_otherwise_is_not_the_one(client, configured, settings, caplog):
    cache.clear()
    settings.OIDC_ISSUER = configured + "/"
    assert client.get(reverse("oidc")).status_code == 502
    assert "calls itself" in caplog.text
