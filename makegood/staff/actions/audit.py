"""Taking the audit log out."""

import datetime as dt

from makegood.events import actions as events
from makegood.staff.events import AuditExported


@events.verb
def note_audit_export(*, of: str, sort: str, since: dt.date, until: dt.date, by: str, at: dt.datetime) -> None:
    """Tell the log that somebody has exported it: whose doings (`S-…`, or "" for all), of which sort, which days."""
    fact = AuditExported(of=of, sort=sort, since=since.isoformat(), until=until.isoformat())
    events.record(fact, about="", by=by, at=at)
