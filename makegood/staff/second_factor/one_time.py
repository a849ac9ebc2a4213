"""Codes of an authenticator app: six digits that change every 30 seconds (TOTP, RFC 6238). No Django."""

import datetime as dt
import hmac
import unicodedata

import pyotp
import segno

DIGITS = 6
# A clock may be half a minute before or behind ours, and a slow finger another.
DRIFT = 1


def new_secret() -> str:
    """160 random bits in base 32, as apps take them."""
    return pyotp.random_base32()


def step_of(secret: str, written: str, *, at: dt.datetime) -> int | None:
    """The step of time whose code this is, the newest that fits, up to DRIFT steps from `at`; None when it is no code."""
    code, app = digits(written), pyotp.TOTP(secret)
    now = app.timecode(at)
    found = None
    for step in range(now - DRIFT, now + DRIFT + 1):
        if hmac.compare_digest(app.generate_otp(step).encode(), code.encode()):
            found = step
    return found


def digits(written: str) -> str:
    """A code as apps show it, however it was written: with blanks, or in full width."""
    plain = "".join(unicodedata.normalize("NFKC", written[:40]).split())
    return plain if plain.isascii() else ""


def address(secret: str, *, name: str, issuer: str) -> str:
    """The `otpauth:` address that an app opens; `name` is whose account it is, `issuer` where."""
    return pyotp.TOTP(secret).provisioning_uri(name=name, issuer_name=issuer)


def picture(address: str) -> str:
    """The address as a QR code: an `<svg>` of dark squares on white, without a size of its own."""
    return segno.make(address, error="m", micro=False).svg_inline(
        omitsize=True, svgclass="qr", lineclass=None, dark="#000", light="#fff", border=4
    )
