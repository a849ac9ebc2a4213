"""What is believed of an ID token, and what is not."""

import base64
import hmac

import pytest
from joserfc import jwt
from joserfc.jwk import ECKey, KeySet, OctKey, RSAKey

from makegood.staff.oidc import id_token

NOW = 1_780_000_000
ISSUER, CLIENT, NONCE = "https://login.hale.example", "makegood", "n-1"
RIGHT = {"iss": ISSUER, "aud": CLIENT, "sub": "bea", "nonce": NONCE, "iat": NOW - 5, "exp": NOW + 300}
KEY = RSAKey.generate_key(2048, {"kid": "first"})
OTHER = RSAKey.generate_key(2048, {"kid": "second"})


def keys(*own):
    return KeySet(list(own or (KEY,))).as_dict(private=False)


def encoded(content):
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()


def signed(said, key=KEY, alg="RS256", kid="first"):
    return jwt.encode({"alg": alg, "kid": kid}, said, key, algorithms=[alg])


def read(token, known=None):
    return id_token.claims(token, known or keys(), issuer=ISSUER, client=CLIENT, nonce=NONCE, now=NOW)


def test_the_right_one_is_believed():
    assert read(signed(RIGHT))["sub"] == "bea"
    assert read(signed(RIGHT | {"aud": [CLIENT]}))["sub"] == "bea"
    assert read(signed(RIGHT | {"aud": [CLIENT, "x"], "azp": CLIENT}))["sub"] == "bea"
    assert read(signed(RIGHT | {"exp": NOW - 30}))["sub"] == "bea", "clocks differ by up to a minute"


def test_other_kinds_of_keys_are_read():
    key = ECKey.generate_key("P-256", {"kid": "first"})
    assert read(signed(RIGHT, key, "ES256"), keys(key))["sub"] == "bea"


@pytest.mark.parametrize(
    "wrong",
    [
        {"iss": "https://login.evil.example"},
        {"iss": ISSUER + "/"},
        {"aud": "another"},
        {"aud": [CLIENT, "another"]},
        {"aud": [CLIENT, "another"], "azp": "another"},
        {"nonce": "n-2"},
        {"nonce": None},
        {"exp": NOW - 61},
        {"exp": "soon"},
        {"iat": NOW + 3600},
        {"sub": None},
    ],
)
def test_anything_wrong_in_it_is_not(wrong):
    said = {name: value for name, value in (RIGHT | wrong).items() if value is not None}
    with pytest.raises(id_token.NotBelieved):
        read(signed(said))


@pytest.mark.parametrize("missing", ["iss", "aud", "sub", "exp", "iat", "nonce"])
def test_what_must_be_in_it_is_in_it(missing):
    with pytest.raises(id_token.NotBelieved):
        read(signed({name: value for name, value in RIGHT.items() if name != missing}))


def test_a_signature_of_another_none_or_with_a_shared_secret_is_not_believed():
    with pytest.raises(id_token.NotBelieved):
        read(signed(RIGHT, OTHER))
    head, body, _signature = signed(RIGHT).split(".")
    nothing, shared = encoded(b'{"alg":"none"}'), encoded(b'{"alg":"HS256","kid":"first"}')
    made = hmac.digest(KEY.as_pem(private=False), f"{shared}.{body}".encode(), "sha256")
    with pytest.raises(id_token.NotBelieved):
        read(f"{shared}.{body}.{encoded(made)}")
    for token in (f"{nothing}.{body}.", f"{head}.{body}.", "", "x", "a.b.c", "é.é.é"):
        with pytest.raises(id_token.NotBelieved):
            read(token)


def test_a_secret_among_the_keys_is_no_key():
    secret = OctKey.generate_key(256, {"kid": "first"})
    with pytest.raises(id_token.NotBelieved):
        read(signed(RIGHT, secret, "HS256"), {"keys": [secret.as_dict(private=True)]})


def test_a_key_that_we_do_not_know_yet_is_told_apart():
    with pytest.raises(id_token.UnknownKey):
        read(signed(RIGHT, OTHER, kid="second"))
    assert read(signed(RIGHT, OTHER, kid="second"), keys(KEY, OTHER))["sub"] == "bea"
