"""Signed tokens of a party: one places a mail in its case, another opens the case's page. Neither proves who sends.

Both name a row (`Party.key`) that can revoke them. They differ, so that a mail address seen by everybody who is
copied never opens the page. Lower case only: mail systems fold the local part.
"""

import base64
import hashlib
import hmac
import re
import secrets

from django.conf import settings

ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789"
MAIL = re.compile(r"^([a-z2-9]{12})([a-z2-7]{10})$")
LINK = re.compile(r"^([a-z2-9]{12})-([a-z2-7]{26})$")


def new_key() -> str:
    """A random key for a party: 60 bits."""
    return "".join(secrets.choice(ALPHABET) for _ in range(12))


def for_mail(key: str) -> str:
    """The 22 letters after `+` in our address: support+TOKEN@example.com."""
    return key + _signature("mail", key, 10)


def for_blind_mail(key: str) -> str:
    """The same for whoever gets a blind copy: what they answer is kept from the customer."""
    return key + _signature("blind.mail", key, 10)


def for_link(key: str) -> str:
    """The token of the customer's page, /c/TOKEN."""
    return f"{key}-{_signature('link', key, 26)}"


def for_task_mail(key: str) -> str:
    """The same for a task: an answer to it never lands in the conversation with the customer."""
    return key + _signature("task.mail", key, 10)


def for_task_link(key: str) -> str:
    """The token of a contractor's page, /t/TOKEN."""
    return f"{key}-{_signature('task.link', key, 26)}"


def for_side_mail(key: str) -> str:
    """The same for a side conversation."""
    return key + _signature("side.mail", key, 10)


def key_from_mail(token: str) -> str | None:
    """The party's key when the signature holds, else None."""
    return _check(MAIL, "mail", token.lower(), 10)


def blind_key_from_mail(token: str) -> str | None:
    """The key of the party whose mail somebody got a blind copy of, when the signature holds, else None."""
    return _check(MAIL, "blind.mail", token.lower(), 10)


def key_from_link(token: str) -> str | None:
    """The party's key when the signature holds, else None."""
    return _check(LINK, "link", token, 26)


def task_key_from_mail(token: str) -> str | None:
    """The task's key when the signature holds, else None."""
    return _check(MAIL, "task.mail", token.lower(), 10)


def side_key_from_mail(token: str) -> str | None:
    """The side conversation's key when the signature holds, else None."""
    return _check(MAIL, "side.mail", token.lower(), 10)


def task_key_from_link(token: str) -> str | None:
    """The task's key when the signature holds, else None."""
    return _check(LINK, "task.link", token, 26)


def _check(form: re.Pattern[str], purpose: str, token: str, length: int) -> str | None:
    found = form.match(token)
    if found is None or not hmac.compare_digest(found[2], _signature(purpose, found[1], length)):
        return None
    return found[1]


def _signature(purpose: str, key: str, length: int) -> str:
    digest = hmac.digest(settings.SECRET_KEY.encode(), f"makegood.party.{purpose}:{key}".encode(), hashlib.sha256)
    return base64.b32encode(digest).decode().lower()[:length]
