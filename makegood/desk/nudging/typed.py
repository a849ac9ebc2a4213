"""When the customer is to be reminded, as it was typed: a bare number of days, or a time in words. Reads only."""

import dataclasses
import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from makegood.cases.actions import nudging
from makegood.cases.models import Case
from makegood.desk.snoozing import typed, understanding
from makegood.desk.snoozing.typed import Typed
from makegood.desk.snoozing.understanding import NUDGED
from makegood.events.refusals import Refusal
from makegood.staff.models import User

ON_CASE, WITH_REPLY = "nudge", "nudge-reply"  # the two fields in which it is typed
RESOLVES = nudging.RESOLVES
FIELDS = (*(NUDGED + name for name in (typed.WORDS, typed.MOMENT, typed.READ)), RESOLVES)  # of the composer
ALSO = "also_nudge"  # the box of a template: both numbers with a stop between


@dataclasses.dataclass(frozen=True)
class Nudge:
    """`when` as it stands in the field; `days`: it is a number of them, which begin when the reply leaves; 0: nobody is
    reminded; None: it is a time, or where no words stand there, nothing was said and the brand decides. `resolves`: days
    after the reminder until the case is resolved, 0: it is not."""

    when: Typed = typed.NOTHING
    days: int | None = None
    resolves: int = 0

    def along(self) -> dict[str, Any]:
        """As a reply takes it."""
        at = self.when.at if self.days is None else None
        return {"nudge_days": self.days, "nudge_at": at, "nudge_resolves": self.resolves}


def with_reply(sent: Mapping[str, str], case: Case, *, by: User, now: dt.datetime) -> Nudge:
    """What goes along with a reply; what a template brings comes first. Raises Refusal."""
    if brought := sent.get(ALSO, ""):
        days, _stop, resolves = brought.partition(".")
        nudging.check_days(_number(days) or 0)
        return Nudge(days=_number(days), resolves=_resolves(resolves))
    if NUDGED + typed.WORDS not in sent:
        return Nudge()
    if not sent[NUDGED + typed.WORDS].strip() and not sent.get(RESOLVES, "").strip():
        return Nudge(days=0)
    return read(sent, case, by=by, now=now, before=NUDGED)


def read(sent: Mapping[str, str], case: Case, *, by: User, now: dt.datetime, before: str = "") -> Nudge:
    """What was typed; something has to be. Raises Refusal."""
    when, days = _when(sent, case, by=by, now=now, before=before)
    if not when.words:
        raise Refusal(_("Say when they are reminded."), field=nudging.WHEN)
    if days is not None:
        nudging.check_days(days)
    return Nudge(when, days, _resolves(sent.get(RESOLVES, "")))


def composer(
    case: Case, fields: Mapping[str, str], *, by: User, now: dt.datetime, refusal: Refusal | None = None
) -> dict[str, Any]:
    """What stands in the composer: as it was typed, or else as the brand usually does. Asks nothing where that is no time.
    `refusal`: why it could not be sent."""
    usual = {NUDGED + typed.WORDS: case.brand.nudge_days, RESOLVES: case.brand.nudge_resolves}
    shown = {name: str(number or "") for name, number in usual.items()} | {
        name: fields[name] for name in FIELDS if name in fields
    }
    return {"nudging_with": facts(WITH_REPLY, case, shown, by=by, now=now, refusal=refusal)}


def facts(
    field: str,
    case: Case,
    sent: Mapping[str, str],
    *,
    by: User,
    now: dt.datetime,
    refusal: Refusal | None = None,
    is_pressed: bool = False,
) -> dict[str, Any]:
    """What is shown in and below a field: the time that is understood, `opens` where the reminder waits for the brand to
    open, `days` where they begin when the reply leaves."""
    when, days = _when(sent, case, by=by, now=now, before=understanding.BEFORE.get(field, ""))
    try:
        if days is not None:
            nudging.check_days(days)
        elif when.at is not None:
            nudging.check_time(when.at, at=now)
    except Refusal as unfit:
        refusal = refusal or unfit
    is_when, is_resolves = (refusal is not None and refusal.field == one for one in (nudging.WHEN, RESOLVES))
    shown = understanding.facts(field, case, when, told=str(refusal) if is_when else "", is_pressed=is_pressed)
    shown |= {
        "counts": True,
        RESOLVES: sent.get(RESOLVES, "")[:9],
        "told_resolves": str(refusal) if is_resolves else "",
    }
    if days is not None and field == WITH_REPLY:
        return shown | {"days": days}
    if when.at is not None and not is_when and (opens := nudging.opening(case, when.at)) > when.at:
        shown["opens"] = opens
    return shown


def _when(sent: Mapping[str, str], case: Case, *, by: User, now: dt.datetime, before: str) -> tuple[Typed, int | None]:
    """A bare number is so many days, and need not be shown first: it means one thing only."""
    words = sent.get(before + typed.WORDS, "").strip()
    days = _number(words)
    if days is None:
        return typed.read(sent, case, by=by, now=now, before=before), None
    return Typed(words, now + min(days, nudging.LONGEST) * nudging.DAY, is_shown=True), days


def _resolves(text: str) -> int:
    days = _number(text.strip() or "0")
    nudging.check_resolves(-1 if days is None else days)
    return days or 0


def _number(words: str) -> int | None:
    """In the digits of any script; what is too long for a number of days is the largest."""
    return int(words[:9]) if words.isdecimal() else None
