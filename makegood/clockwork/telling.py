"""Telling a member of staff something, in the way that they chose for its kind."""

import datetime as dt

from django.conf import settings

from makegood.cases.models import Case
from makegood.channels.email import actions as email
from makegood.channels.email.letters import desk_link
from makegood.staff.models import User
from makegood.staff.notices import actions as notices
from makegood.staff.notices import choosing
from makegood.staff.notices.kinds import Kind, Way
from makegood.staff.push import actions as push


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
    """A mail, or a line in the next digest, or nothing; and a word on their devices, where they want it. `key` names what is told and to whom, so that it is told once.

    `url`: where the line of a digest leads; the case where nothing else is said.
    """
    way = choosing.way(user, kind) if user.is_active else Way.NOT
    if way is Way.MAIL:
        email.queue_notice(key=key, to=user, subject=subject, text=text, case=case, at=at)
    about, leads_to = (case.ref, url or desk_link(case)) if case else ("", url)
    if way is Way.DIGEST:
        notices.hold(user, kind, key=key, about=about, said=subject, url=leads_to, at=at)
    if user.is_active and choosing.is_pushed(user, kind):
        push.queue(user, kind, key=key, about=about, path=leads_to.removeprefix(settings.BASE_URL) or "/", at=at)
