"""Mail that a provider pushes to us over HTTP: finding the raw mail in what it posts. Pure; no Django.

Read are the raw forms of Mailgun (routes that end in `mime`), SendGrid (*send raw*), Postmark (*include raw content*)
and CloudMailin (raw), and a mail posted as it is (`Content-Type: message/rfc822`).
"""

import dataclasses
import json
from collections.abc import Mapping
from typing import Any

# Where each provider puts the mail, its sender and its recipients in a form.
MAIL_FIELDS = ("body-mime", "email", "message", "mime", "raw")
SENDER_FIELDS, RECIPIENT_FIELDS = ("sender", "from"), ("recipient", "to")


class NoMail(ValueError):
    """What was posted holds no raw mail."""


@dataclasses.dataclass(frozen=True)
class Pushed:
    """The raw bytes, and the envelope as far as the provider tells it."""

    raw: bytes
    sender: str = ""
    recipients: tuple[str, ...] = ()


def from_form(fields: Mapping[str, str]) -> Pushed:
    """A form's fields, decoded as Latin-1 so that every byte comes back. Raises NoMail."""
    raw = next((fields[name] for name in MAIL_FIELDS if _looks_like_mail(fields.get(name, ""))), None)
    if raw is None:
        raise NoMail("no field holds a raw mail")
    told = _json(fields.get("envelope", ""))
    sender = str(told.get("from") or next((fields[name] for name in SENDER_FIELDS if fields.get(name)), ""))
    to = told.get("to") or [fields[name] for name in RECIPIENT_FIELDS if fields.get(name)][:1]
    return Pushed(raw.encode("latin-1"), sender, _addresses(to))


def from_json(body: bytes) -> Pushed:
    """A JSON object with the mail in `RawEmail`. Raises NoMail."""
    told = _json(body)
    raw = told.get("RawEmail")
    if not isinstance(raw, str) or not _looks_like_mail(raw):
        raise NoMail("RawEmail is missing")
    return Pushed(
        raw.encode("utf-8", "replace"),
        str(told.get("MailFrom") or told.get("From") or ""),
        _addresses(told.get("OriginalRecipient")),
    )


def from_bytes(body: bytes) -> Pushed:
    """The mail as it is. Raises NoMail when it is empty."""
    if not body.strip():
        raise NoMail("the body is empty")
    return Pushed(body)


def _looks_like_mail(text: str) -> bool:
    """Whether it begins with a header, so that an address in a field named `email` is not taken for a mail."""
    first = text.lstrip("\r\n")[:1000].partition("\n")[0]
    name, colon, _value = first.partition(":")
    return "\n" in text and (first.startswith("From ") or bool(colon and name and " " not in name.strip()))


def _json(text: str | bytes) -> dict[str, Any]:
    try:
        told = json.loads(text) if text else {}
    except (ValueError, RecursionError):
        return {}
    return told if isinstance(told, dict) else {}


def _addresses(told: object) -> tuple[str, ...]:
    given = told if isinstance(told, list) else [told]
    return tuple(one for one in given if isinstance(one, str) and "@" in one)[:100]
