"""Where people are signed in."""

import datetime as dt

from django.db.models import F

from makegood.events import actions as events
from makegood.staff.actions.tokens import revoke_tokens
from makegood.staff.events import SessionEnded, SessionsEnded
from makegood.staff.models import Session, User


@events.verb
def note_use(key: str, *, user: User, address: str, agent: str, at: dt.datetime) -> None:
    """A session was used just now. Noted, not told: it is no fact that anything follows from."""
    Session.objects.filter(session_key=key).update(user=user, address=address[:60], agent=agent[:300], used_at=at)


@events.verb
def end_session(session: Session, *, by: str, at: dt.datetime) -> None:
    """Sign somebody out in one browser."""
    if session.user is not None and Session.objects.filter(pk=session.pk).delete()[0]:
        events.record(SessionEnded(), about=session.user.key, by=by, at=at)


@events.verb
def end_sessions(user: User, *, by: str, at: dt.datetime) -> User:
    """Sign somebody out everywhere: no session made before this counts any more. Where somebody else does it, their tokens
    are revoked, too."""
    User.objects.filter(pk=user.pk).update(sessions_ended=F("sessions_ended") + 1)
    user.refresh_from_db(fields=["sessions_ended"])
    forget_sessions(user)
    if by != user.key:
        revoke_tokens(user, by=by, at=at)
    events.record(SessionsEnded(), about=user.key, by=by, at=at)
    return user


@events.verb
def forget_sessions(user: User) -> None:
    """Drop the rows of sessions that are worthless by what somebody's verb has just changed."""
    Session.objects.filter(user=user).delete()


@events.verb
def forget_old_sessions(*, at: dt.datetime) -> int:
    """Drop the sessions that are over, at most a thousand; returns how many."""
    over = list(Session.objects.filter(expire_date__lte=at).values_list("pk", flat=True)[:1000])
    Session.objects.filter(pk__in=over).delete()
    return len(over)
