"""What a reply does to its case besides answering, at once: tags, kind, whose it is."""

import dataclasses
import datetime as dt

from makegood.cases.actions import owning, tags
from makegood.cases.actions.kinds import choosing
from makegood.cases.models import Case, Kind
from makegood.events.actions import verb
from makegood.staff.models import User


@dataclasses.dataclass(frozen=True)
class Alongside:
    """`takes`: it is the case of whoever replies."""

    tags: tuple[str, ...] = ()
    kind: Kind | None = None
    takes: bool = False


@verb
def do_alongside(case: Case, also: Alongside, *, by: User, at: dt.datetime) -> None:
    """All of it, each by the verb that does it alone and under its rules; in the transaction of the reply, so that a
    refusal leaves neither. Raises Refusal."""
    if also.tags:
        tags.put_on(case, also.tags, by=by, at=at)
    if also.kind is not None:
        choosing.choose(case, also.kind, by=by, at=at)
    if also.takes and case.present.owner_id != by.pk:
        owning.assign(case, owner=by, by=by, at=at)
