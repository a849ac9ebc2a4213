"""A person's passkeys: adding, using and removing them."""

import datetime as dt

from django.utils.translation import gettext as _

from makegood.events import actions as events
from makegood.events.refusals import Refusal
from makegood.staff.models import User
from makegood.staff.passkeys.ceremony import Added
from makegood.staff.passkeys.events import PasskeyAdded, PasskeyRemoved
from makegood.staff.passkeys.models import Passkey

MOST = 20


@events.verb
def add(user: User, added: Added, *, name: str, by: str, at: dt.datetime) -> Passkey:
    """From now on this passkey lets the person in.

    Raises Refusal when it is known already, or when they have as many as one can tell apart.
    """
    User.objects.select_for_update().get(pk=user.pk)
    if Passkey.objects.filter(credential=added.credential).exists():
        raise Refusal(_("This passkey is known already."))
    if user.passkeys.count() >= MOST:
        raise Refusal(_("You have %(most)d passkeys. Remove one first.") % {"most": MOST})
    passkey = Passkey(
        user=user, name=name, credential=added.credential, public_key=added.public_key, sign_count=added.sign_count,
        is_synced=added.is_synced, added_at=at,
    )  # fmt: skip
    passkey.save(force_insert=True)
    events.record(PasskeyAdded(passkey=str(passkey.pk)), about=user.key, by=by, at=at)
    return passkey


@events.verb
def use(passkey: Passkey, *, sign_count: int, at: dt.datetime) -> bool:
    """Note that it was shown. False: its count has gone on meanwhile, so another answer of the same key was first.

    Noted, not told: what it was shown for is."""
    same = Passkey.objects.filter(pk=passkey.pk, sign_count=passkey.sign_count)
    return same.update(sign_count=sign_count, used_at=at) == 1


@events.verb
def remove(passkey: Passkey, *, by: str, at: dt.datetime) -> None:
    """It lets nobody in any more. Nothing happens where it is gone already."""
    key, about = str(passkey.pk), passkey.user.key
    if Passkey.objects.filter(pk=passkey.pk).delete()[0]:
        events.record(PasskeyRemoved(passkey=key), about=about, by=by, at=at)


@events.verb
def remove_all(user: User, *, by: str, at: dt.datetime) -> None:
    """None of a person's passkeys lets anybody in any more."""
    for passkey in user.passkeys.select_related("user"):
        remove(passkey, by=by, at=at)
