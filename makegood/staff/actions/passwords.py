"""Passwords."""

import datetime as dt

from makegood.events import actions as events
from makegood.staff.actions.sessions import forget_sessions
from makegood.staff.actions.tokens import revoke_tokens
from makegood.staff.events import PasswordChanged, ResetAsked, SignedIn
from makegood.staff.models import User


@events.verb
def set_password(user: User, *, password: str, by: str, at: dt.datetime) -> User:
    """Give a new password, which ends all sessions and spends every link mailed before. Tokens stay."""
    user.set_password(password)
    user.save(update_fields=["password"])
    forget_sessions(user)
    events.record(PasswordChanged(), about=user.key, by=by, at=at)
    return user


@events.verb
def reset_password(user: User, *, password: str, by: str, at: dt.datetime) -> int:
    """Give a new password by a mailed link, as who may have lost more than the old one: their tokens are revoked, too; how
    many."""
    set_password(user, password=password, by=by, at=at)
    return revoke_tokens(user, by=by, at=at)


@events.verb
def ask_reset(user: User, *, by: str = "", at: dt.datetime) -> None:
    """Ask for a mailed link to a new password. The mail follows from the event; the link is never stored."""
    events.record(ResetAsked(), about=user.key, by=by, at=at)


@events.verb
def note_sign_in(user: User, *, at: dt.datetime) -> None:
    """Tell the log that somebody signed in."""
    events.record(SignedIn(), about=user.key, by=user.key, at=at)
