"""What we ask a browser for, and whether its answer is to be believed. The reading is py_webauthn's. No database.

It is read in at the first passkey: with it come certificates of all makers, megabytes that most processes never need.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from makegood.staff.passkeys.relying import Party

LONGEST = 20_000  # letters of an answer


class NotBelieved(ValueError):
    """The answer is none, or not to what was asked, or not signed by this passkey."""


@dataclass(frozen=True)
class Added:
    """A new passkey, as its device tells of it."""

    credential: str
    public_key: bytes
    sign_count: int
    is_synced: bool


@dataclass(frozen=True)
class Claim:
    """Which passkey an answer says it is of, and whose (a `User.pk`); nothing of it is proved yet."""

    credential: str
    owner: bytes
    answer: str


def adding(ours: Party, *, challenge: bytes, key: bytes, email: str, name: str, known: Iterable[str]) -> str:
    """The options for a new passkey of the person with `key`, as JSON; a device that holds one of `known` makes none."""
    webauthn, structs = _webauthn(), _structs()
    made = webauthn.generate_registration_options(
        rp_id=ours.id, rp_name="Makegood", user_id=key, user_name=email, user_display_name=name, challenge=challenge,
        authenticator_selection=structs.AuthenticatorSelectionCriteria(
            resident_key=structs.ResidentKeyRequirement.REQUIRED,
            user_verification=structs.UserVerificationRequirement.REQUIRED,
        ),
        exclude_credentials=[
            structs.PublicKeyCredentialDescriptor(id=webauthn.base64url_to_bytes(one)) for one in known
        ],
    )  # fmt: skip
    return str(webauthn.options_to_json(made))


def added(answer: str, ours: Party, *, challenge: bytes) -> Added:
    """The passkey that was made. Raises NotBelieved."""
    _measure(answer)
    try:
        told = _webauthn().verify_registration_response(
            credential=answer, expected_challenge=challenge, expected_rp_id=ours.id, expected_origin=ours.origin,
            require_user_verification=True,
        )  # fmt: skip
    except Exception as trouble:  # whatever a stranger's bytes make of CBOR, ASN.1 and JSON inside it
        raise NotBelieved(str(trouble)) from trouble
    return Added(
        credential=_text(told.credential_id),
        public_key=told.credential_public_key,
        sign_count=told.sign_count,
        is_synced=told.credential_device_type is _structs().CredentialDeviceType.MULTI_DEVICE,
    )


def showing(ours: Party, *, challenge: bytes) -> str:
    """The options for showing a passkey, as JSON: whichever the person picks, as we do not know yet who it is."""
    required = _structs().UserVerificationRequirement.REQUIRED
    made = _webauthn().generate_authentication_options(rp_id=ours.id, challenge=challenge, user_verification=required)
    return str(_webauthn().options_to_json(made))


def claimed(answer: str) -> Claim:
    """Which passkey an answer is of. Raises NotBelieved."""
    _measure(answer)
    try:
        read = import_module("webauthn.helpers").parse_authentication_credential_json(answer)
    except Exception as trouble:  # as above
        raise NotBelieved(str(trouble)) from trouble
    return Claim(credential=_text(read.raw_id), owner=read.response.user_handle or b"", answer=answer)


def shown(claim: Claim, ours: Party, *, challenge: bytes, public_key: bytes, sign_count: int) -> int:
    """How often the passkey says it was used, now that its answer is proved. Raises NotBelieved."""
    try:
        told = _webauthn().verify_authentication_response(
            credential=claim.answer, expected_challenge=challenge, expected_rp_id=ours.id, expected_origin=ours.origin,
            credential_public_key=public_key, credential_current_sign_count=sign_count, require_user_verification=True,
        )  # fmt: skip
    except Exception as trouble:  # as above
        raise NotBelieved(str(trouble)) from trouble
    return int(told.new_sign_count)


def _measure(answer: str) -> None:
    """An answer is a JSON object, and not long."""
    try:
        if len(answer) > LONGEST or not isinstance(json.loads(answer), dict):
            raise NotBelieved("no answer of a browser")
    except (json.JSONDecodeError, RecursionError) as trouble:
        raise NotBelieved(str(trouble)) from trouble


def _webauthn() -> Any:
    return import_module("webauthn")


def _structs() -> Any:
    return import_module("webauthn.helpers.structs")


def _text(of: bytes) -> str:
    return str(import_module("webauthn.helpers").bytes_to_base64url(of))
