"""Whose passkey has been shown."""

import datetime as dt

from django.http import HttpRequest
from django.utils.translation import gettext as _

from makegood.staff.models import User
from makegood.staff.passkeys import actions as passkeys
from makegood.staff.passkeys import ceremony, challenges, relying
from makegood.staff.passkeys.ceremony import NotBelieved
from makegood.staff.passkeys.models import Passkey

FIELD = "passkey"  # where a form carries the browser's answer


def shown(request: HttpRequest, *, at: dt.datetime) -> User:
    """Who has answered what this session asked. Raises NotBelieved, whose message says why to the log alone."""
    ours = relying.party()
    if ours is None:
        raise NotBelieved("this installation has no address for passkeys")
    try:
        challenge = challenges.take(request, challenges.SHOW, at=at)
    except challenges.Spent as spent:
        raise NotBelieved("nothing was asked, or too long ago") from spent
    claim = ceremony.claimed(request.POST.get(FIELD, ""))
    passkey = Passkey.objects.letting_in().filter(credential=claim.credential).select_related("user").first()
    if passkey is None:
        raise NotBelieved("no passkey of anybody who works here")
    if claim.owner != passkey.user.pk.bytes:
        raise NotBelieved("it says that it is somebody else's")
    counted = ceremony.shown(
        claim, ours, challenge=challenge, public_key=bytes(passkey.public_key), sign_count=passkey.sign_count
    )
    if not passkeys.use(passkey, sign_count=counted, at=at):
        raise NotBelieved("another answer was first")
    return passkey.user


def refusal() -> str:
    """What a person is told, whatever was wrong."""
    return _("This passkey was not accepted. Try again, or sign in with your password.")
