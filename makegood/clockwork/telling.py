"""Telling a member of staff something, in the way that they chose for its kind."""

import datetime as dt

from makegood.cases.models import Case
from makegood.channels.email import actions as email
from makegood.channels.email.letters import desk_link
from makegood.staff.models import User
from makegood.staff.notices import actions as notices
from makegood.staff.notices import choosing
from makegood.staff.notices.kinds import Kind, Way


def tell(
    user: User,
    kind: Kind,
    *,
    key: str,
    subject: str,
    text: str,
    at: dt.datetime,
    case: Case | None = None,
    url: str = "",
) -> None:
    """A mail, or a line in the next digest, or nothing. `key` names what is told and to whom, so that it is told once.

    `url`: where the line of a digest leads; the case where nothing else is said.
    """
    way = choosing.way(user, kind) if user.is_active else Way.NOT
    if way is Way.MAIL:
        email.queue_notice(key=key, to=user, subject=subject, text=text, case=case, at=at)
    elif way is Way.DIGEST:
        about, leads_to = (case.ref, url or desk_link(case)) if case else ("", url)
        notices.hold(user, kind, key=key, about=about, said=subject, url=leads_to, at=at)
