"""Keys to the programming interface."""

import datetime as dt

from django.utils.translation import gettext as _

from makegood.events import actions as events
from makegood.events.refusals import Refusal
from makegood.staff.events import TokenMade, TokenRevoked
from makegood.staff.models import ApiToken, User
from makegood.staff.permissions import USE_API, may
from makegood.staff.tokens import digest, new_token


@events.verb
def make_token(user: User, *, label: str, by: str, at: dt.datetime) -> str:
    """A new bearer token (`mg_…`) that may do what its owner may: returned once, kept as a digest.

    Raises Refusal for somebody whose role does not reach the programming interface.
    """
    if not may(user, USE_API):
        raise Refusal(_("%(name)s may not use the programming interface.") % {"name": user.name})
    plain = new_token()
    token = ApiToken(user=user, digest=digest(plain), label=" ".join(label.split())[:80], made_at=at)
    token.save(force_insert=True)
    events.record(TokenMade(token=str(token.pk)), about=user.key, by=by, at=at)
    return plain


@events.verb
def revoke_token(token: ApiToken, *, by: str, at: dt.datetime) -> None:
    """End a token at once. Said again, it stays as it is."""
    if ApiToken.objects.filter(pk=token.pk, revoked_at=None).update(revoked_at=at):
        events.record(TokenRevoked(token=str(token.pk)), about=token.user.key, by=by, at=at)


@events.verb
def revoke_tokens(user: User, *, by: str, at: dt.datetime) -> int:
    """End all tokens of a person at once; how many there were."""
    standing = list(user.api_tokens.filter(revoked_at=None))
    for token in standing:
        revoke_token(token, by=by, at=at)
    return len(standing)
