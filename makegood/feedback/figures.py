"""How customers saw it, by team: read from the sums of the days, however many cases lie behind them."""

import dataclasses
import datetime as dt
import uuid
from typing import Any

from django.db.models import F, Q, Sum
from django.utils.translation import gettext as _

from makegood.brands import scope
from makegood.feedback.account import LOW, WELL
from makegood.feedback.models import Closing, ClosingQuerySet, Day
from makegood.promises import wilson
from makegood.staff.models import User

FEW = 20
WEEKS = (4, 12, 52)
SUMS = ("asked", "answered", "well", "badly", "solved", "unsolved", "compared", "differ")
# Which closings stand behind a number.
BEHIND = {
    "asked": Q(asked_at__isnull=False),
    "answered": Q(is_counted=True),
    "well": Q(is_counted=True, their_went__gte=WELL),
    "badly": Q(is_counted=True, their_went__lte=LOW),
    "solved": Q(is_counted=True, their_solved=True),
    "unsolved": Q(is_counted=True, their_solved=False),
    "differ": Q(is_counted=True, differs=True),
}


@dataclasses.dataclass(frozen=True)
class Share:
    """`hits` of `total`, in words; `of` names what stands behind it."""

    of: str
    hits: int
    total: int

    @property
    def is_enough(self) -> bool:
        return self.total >= FEW

    @property
    def told(self) -> str:
        """The share with its 95 % interval after Wilson."""
        low, high = wilson.interval(self.hits, self.total)
        shown = {"share": round(100 * self.hits / self.total), "low": round(100 * low), "high": round(100 * high)}
        return _("%(share)d %% (%(low)d to %(high)d)") % shown


@dataclasses.dataclass(frozen=True)
class TeamRow:
    """One team; `key` and `name` empty for all together."""

    key: str
    name: str
    shares: list[Share]


def by_team(user: User, *, weeks: int, at: dt.datetime) -> list[TeamRow]:
    """Each team with cases that were asked about in these weeks, and all together; one query."""
    since = at.date() - dt.timedelta(weeks=weeks)
    days = scope.within(Day.objects.filter(day__gt=since), user)
    sums: dict[str, Any] = {name: Sum(name) for name in SUMS}
    found: list[Any] = list(days.order_by("team__name").values("team", name=F("team__name")).annotate(**sums))
    rows = [_row(str(one["team"]), one["name"], one) for one in found]
    if len(rows) > 1:
        rows.append(_row("", _("All"), {name: sum(one[name] for one in found) for name in SUMS}))
    return rows


def behind(user: User, *, of: str, team: uuid.UUID | None, weeks: int, at: dt.datetime) -> ClosingQuerySet:
    """The closings behind a number, newest first."""
    since = dt.datetime.combine(at.date() - dt.timedelta(weeks=weeks), dt.time.max, tzinfo=dt.UTC)
    found = Closing.objects.visible_to(user).filter(BEHIND[of], asked_at__gt=since)
    return (found.filter(team=team) if team else found).newest_first()


def _row(key: str, name: str, sums: dict[str, Any]) -> TeamRow:
    said = sums["solved"] + sums["unsolved"]
    shares = [
        Share("answered", sums["answered"], sums["asked"]),
        Share("well", sums["well"], sums["answered"]),
        Share("badly", sums["badly"], sums["answered"]),
        Share("solved", sums["solved"], said),
        Share("differ", sums["differ"], sums["compared"]),
    ]
    return TeamRow(key, name, shares)
