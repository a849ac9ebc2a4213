"""Access tokens of OAuth 2, as Microsoft 365 and Google ask for them, kept until a minute before they end.

With a refresh token we act for whoever signed in (RFC 6749 §6), or the application signs in as itself (§4.4, which
Microsoft calls client credentials). A provider may give a new refresh token with each access token and end the old one:
the new one is kept at once.
"""

import dataclasses
import datetime as dt
import json
import threading
import urllib.error
import urllib.parse
import urllib.request
import uuid
from typing import Any
from urllib.parse import urlsplit

from django.utils.translation import gettext as _

from makegood.channels.email import actions as email
from makegood.channels.email.models import Mailbox
from makegood.channels.email.models.mailbox import Grant
from makegood.staff.secrets import unseal

PATIENCE = 20.0
LOOPBACK = {"127.0.0.1", "::1", "localhost"}
LARGEST_ANSWER = 64 * 1024
LASTS = 300  # seconds, where the provider says nothing
MARGIN = 60


class SignInFailed(Exception):
    """The provider or the server would not let us in; the text is for people, and names no secret."""


class _Invalid(SignInFailed):
    """The refresh token is not, or no longer, valid."""


@dataclasses.dataclass(frozen=True)
class _Kept:
    """A token, until when it may be used, and the settings it was given for."""

    token: str
    until: dt.datetime
    settings: tuple[str, ...]


_kept: dict[uuid.UUID, _Kept] = {}
# One asks, others wait for what it gets: two that use one refresh token at once would end each other's.
_asking = threading.Lock()


def of(mailbox: Mailbox) -> str:
    """An access token for a mailbox. Raises SignInFailed, or Unreadable when the key has changed."""
    with _asking:
        kept, now = _kept.get(mailbox.pk), dt.datetime.now(dt.UTC)
        if kept is None or kept.until <= now or kept.settings != _settings(mailbox):
            given = _fresh(mailbox)
            until = now + dt.timedelta(seconds=max(given.lasts - MARGIN, 0))
            kept = _kept[mailbox.pk] = _Kept(given.token, until, _settings(mailbox))
        return kept.token


def forget(token: str) -> None:
    """A server refused this token: ask for another one the next time."""
    with _asking:
        for key in [key for key, kept in _kept.items() if kept.token == token]:
            del _kept[key]


def _settings(mailbox: Mailbox) -> tuple[str, ...]:
    return (
        mailbox.oauth_grant,
        mailbox.oauth_token_url,
        mailbox.oauth_client_id,
        mailbox.oauth_client_secret,
        mailbox.oauth_scope,
    )


@dataclasses.dataclass(frozen=True)
class _Given:
    """The provider's answer. `lasts` in seconds; `refresh_token` is empty when the old one stays."""

    token: str
    lasts: int
    refresh_token: str


def _fresh(mailbox: Mailbox) -> _Given:
    """Ask the provider; when another process was given a new refresh token meanwhile, ask with that one."""
    if mailbox.oauth_grant == Grant.APPLICATION:
        return _ask(mailbox, "")
    sealed = _refresh_secret(mailbox)
    try:
        given = _ask(mailbox, unseal(sealed))
    except _Invalid:
        newer = _refresh_secret(mailbox)
        if newer == sealed:
            raise
        sealed = newer
        given = _ask(mailbox, unseal(sealed))
    if given.refresh_token:
        email.keep_refresh_token(mailbox, given.refresh_token, instead_of=sealed)
    return given


def _refresh_secret(mailbox: Mailbox) -> str:
    """As it stands in the database now."""
    found = Mailbox.objects.filter(pk=mailbox.pk).values_list("oauth_refresh_secret", flat=True).first()
    return mailbox.oauth_refresh_secret if found is None else found


def _ask(mailbox: Mailbox, refresh_token: str) -> _Given:
    form = {
        "grant_type": "client_credentials" if mailbox.oauth_grant == Grant.APPLICATION else "refresh_token",
        "refresh_token": refresh_token,
        "client_id": mailbox.oauth_client_id,
        "client_secret": unseal(mailbox.oauth_client_secret),
        "scope": mailbox.oauth_scope,
    }
    address = urlsplit(mailbox.oauth_token_url)
    if address.scheme != "https" and (address.scheme != "http" or address.hostname not in LOOPBACK):
        raise SignInFailed(_("The token address must begin with https://."))
    body = urllib.parse.urlencode({name: value for name, value in form.items() if value}).encode()
    request = urllib.request.Request(mailbox.oauth_token_url, data=body)  # noqa: S310 - scheme checked above
    try:
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:  # noqa: S310
            given = json.loads(answer.read(LARGEST_ANSWER))
        refresh = str(given.get("refresh_token") or "")
        lasts = int(given.get("expires_in") or LASTS)
        return _Given(str(given["access_token"]), lasts, "" if refresh == refresh_token else refresh)
    except urllib.error.HTTPError as refusal:
        raise _refusal(refusal, hidden=(form["refresh_token"], form["client_secret"])) from None
    except OSError as trouble:
        raise SignInFailed(_("The token address cannot be reached: %(reason)s") % {"reason": trouble}) from trouble
    except (ValueError, KeyError, TypeError, AttributeError) as trouble:
        raise SignInFailed(_("The token address gave an answer that holds no access token.")) from trouble


def _refusal(refusal: urllib.error.HTTPError, *, hidden: tuple[str, ...]) -> SignInFailed:
    """What the provider says in words (RFC 6749 §5.2), without what we told it in secret."""
    try:
        said: Any = json.loads(refusal.read(LARGEST_ANSWER))
        error, reason = str(said["error"]), str(said.get("error_description") or said["error"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        error, reason = "", f"HTTP {refusal.code}"
    for secret in filter(None, hidden):
        reason = reason.replace(secret, "…")
    told = {"reason": " ".join(reason.split())[:300]}
    if error == "invalid_grant":
        return _Invalid(
            _("The refresh token is not valid any more. Sign in anew and enter the new one: %(reason)s") % told
        )
    if error in {"invalid_client", "unauthorized_client"}:
        return SignInFailed(_("The client ID or the client secret is wrong, or has expired: %(reason)s") % told)
    if error == "invalid_scope":
        return SignInFailed(_("The provider does not know this scope: %(reason)s") % told)
    return SignInFailed(_("The token address did not give an access token: %(reason)s") % told)
