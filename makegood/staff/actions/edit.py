"""Changing what is known of a member of staff."""

import datetime as dt
from collections.abc import Iterable

from makegood.events import actions as events
from makegood.staff.actions.invite import checked_email, checked_language, checked_time_zone, clean_name
from makegood.staff.events import Edited
from makegood.staff.models import Team, User
from makegood.staff.notices import actions as notices

LONGEST_UNDO = 30


@events.verb
def edit_person(user: User, *, name: str, email: str, teams: Iterable[Team], by: str, at: dt.datetime) -> User:
    """An administrator's change: name, address, teams. Raises Refusal when the address is taken."""
    user.name = clean_name(name)
    user.email = checked_email(email, of=user)
    user.save(update_fields=["name", "email"])
    user.teams.set(teams)
    events.record(Edited(), about=user.key, by=by, at=at)
    return user


@events.verb
def edit_profile(
    user: User,
    *,
    name: str,
    language: str,
    timezone: str,
    undo_seconds: int,
    title: str = "",
    by: str,
    at: dt.datetime,
) -> User:
    """A person's own settings. `title` stands under their name; `undo_seconds`: how long a reply waits before it leaves, at most half a minute; 0: off."""
    user.name, user.title = clean_name(name), " ".join(title.split())
    user.language = checked_language(language)
    user.timezone = checked_time_zone(timezone)
    user.undo_seconds = min(max(undo_seconds, 0), LONGEST_UNDO)
    user.save(update_fields=["name", "title", "language", "timezone", "undo_seconds"])
    notices.plan(user, at=at)
    events.record(Edited(), about=user.key, by=by, at=at)
    return user
