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
    """A mail, or a line in the next digest, or nothing; a word on their devices, where they want it; and a line on the page of
    their notices, unless they want to hear nothing of this kind. `key` names what is told and to whom, so that it is told once.

    `url`: where the line of a digest leads; the case where nothing else is said.
    """
    told = choosing.told(user, kind)
    if told.way is Way.MAIL:
        email.queue_notice(key=key, to=user, subject=subject, text=text, case=case, at=at)
    about, leads_to = (case.ref, url or desk_link(case)) if case else ("", url)
    path = leads_to.removeprefix(settings.BASE_URL) or "/"
    if told.is_listed:
        notices.note(user, kind, key=key, about=about, said=subject, path=path, at=at)
    if told.way is Way.DIGEST:
        notices.hold(user, kind, key=key, about=about, said=subject, url=leads_to, at=at)
    if told.is_pushed:
        push.queue(user, kind, key=key, about=about, path=path, at=at)
