"""A person's second factor: adding and removing it, its codes, and who must have one."""

import datetime as dt
from collections.abc import Collection

from django.utils.translation import gettext as _

from makegood.events import actions as events
from makegood.events.refusals import Refusal
from makegood.staff import secrets
from makegood.staff.models import Role, User
from makegood.staff.passkeys import actions as passkeys
from makegood.staff.second_factor import one_time, recovery_codes
from makegood.staff.second_factor.events import (
    RecoveryCodesRenewed,
    RecoveryCodeUsed,
    SecondFactorAdded,
    SecondFactorRemoved,
    SecondFactorRequired,
)
from makegood.staff.second_factor.models import AuthenticatorApp, RecoveryCode, RoleWithSecondFactor


@events.verb
def add_authenticator(user: User, *, secret: str, code: str, by: str, at: dt.datetime) -> list[str]:
    """From now on signing in asks for a code of the app that knows `secret` (base 32). Returns ten recovery codes: they
    are told only now.

    Raises Refusal when `code` is not the app's of this moment, or there is an app already.
    """
    _hold(user)
    if AuthenticatorApp.objects.filter(user=user).exists():
        raise Refusal(_("You have a second factor already. Remove it first, then set up the new one."))
    step = one_time.step_of(secret, code, at=at)
    if step is None:
        raise Refusal(
            _("This is not the code that the app shows now. Wait for the next one, and try it."), field="code"
        )
    AuthenticatorApp(user=user, secret=secrets.seal(secret), last_step=step, added_at=at).save(force_insert=True)
    events.record(SecondFactorAdded(kind="app"), about=user.key, by=by, at=at)
    return _new_codes(user)


@events.verb
def take_code(user: User, code: str, *, at: dt.datetime) -> bool:
    """Whether this is a code of the person's app, at most half a minute off, that has not been taken before.

    Raises `secrets.Unreadable` when the installation's key has changed since the app was added.
    """
    app = AuthenticatorApp.objects.filter(user=user).first()
    step = one_time.step_of(secrets.unseal(app.secret), code, at=at) if app else None
    if step is None:
        return False
    # Compared and kept in one statement: of two who send the same code at once, one is let in.
    return AuthenticatorApp.objects.filter(user=user, last_step__lt=step).update(last_step=step) == 1


@events.verb
def take_recovery_code(user: User, code: str, *, at: dt.datetime) -> bool:
    """Whether this is one of the person's recovery codes that has not been used; now it has."""
    kept = recovery_codes.digest(code, of=user.key)
    if not user.recovery_codes.unused().filter(digest=kept).update(used_at=at):
        return False
    events.record(RecoveryCodeUsed(left=user.recovery_codes.unused().count()), about=user.key, by=user.key, at=at)
    return True


@events.verb
def renew_recovery_codes(user: User, *, by: str, at: dt.datetime) -> list[str]:
    """Ten new recovery codes, told only now; those before them let nobody in any more.

    Raises Refusal for who has no second factor.
    """
    _hold(user)
    if not AuthenticatorApp.objects.filter(user=user).exists():
        raise Refusal(_("Recovery codes belong to a second factor. Set one up first."))
    events.record(RecoveryCodesRenewed(), about=user.key, by=by, at=at)
    return _new_codes(user)


@events.verb
def remove(user: User, *, by: str, at: dt.datetime) -> None:
    """From now on the password alone lets in. Nothing happens where there was no second factor."""
    if AuthenticatorApp.objects.filter(user=user).delete()[0]:
        RecoveryCode.objects.filter(user=user).delete()
        events.record(SecondFactorRemoved(), about=user.key, by=by, at=at)


@events.verb
def remove_all(user: User, *, by: str, at: dt.datetime) -> None:
    """From now on the password alone lets in: neither an app nor a passkey of theirs is known any more."""
    remove(user, by=by, at=at)
    passkeys.remove_all(user, by=by, at=at)


@events.verb
def require(roles: Collection[str], *, by: str, at: dt.datetime) -> None:
    """The roles, of all there are, whose people do nothing before they have a second factor, from their next page on."""
    wanted = {Role(role).value for role in roles}
    before = set(RoleWithSecondFactor.objects.values_list("role", flat=True))
    if wanted == before:
        return
    RoleWithSecondFactor.objects.exclude(role__in=wanted).delete()
    RoleWithSecondFactor.objects.bulk_create(
        [RoleWithSecondFactor(role=role) for role in sorted(wanted - before)], ignore_conflicts=True
    )
    events.record(SecondFactorRequired(roles=sorted(wanted)), about="", by=by, at=at)


def _hold(user: User) -> None:
    """One change at a time to what a person signs in with."""
    User.objects.select_for_update().get(pk=user.pk)


def _new_codes(user: User) -> list[str]:
    codes = recovery_codes.new()
    RecoveryCode.objects.filter(user=user).delete()
    RecoveryCode.objects.bulk_create(
        [RecoveryCode(user=user, digest=recovery_codes.digest(code, of=user.key)) for code in codes]
    )
    return codes
