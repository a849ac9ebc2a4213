"""The figures of the page: each group with its rate, and how to find its recoveries. Pure but for words."""

import dataclasses

from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from makegood.promises.remedies import RemedyKind
from makegood.recovery.coming_back import chart, rates
from makegood.recovery.coming_back.cohort import Cohort
from makegood.recovery.coming_back.rates import Rate
from makegood.recovery.models import NOTHING, Group
from makegood.recovery.models.came_back_tally import Counts

PACE_NAMES: dict[str, Promise] = {
    rates.HOUR: gettext_lazy("Heard from us within an hour"),
    rates.DAY: gettext_lazy("Heard from us the same day"),
    rates.LATER: gettext_lazy("Heard from us later"),
    rates.NEVER: gettext_lazy("Never heard from us"),
}


@dataclasses.dataclass(frozen=True)
class Figure:
    """One row: a group, how many came back and bought again, drawn; `of` and `value` name the group in addresses."""

    of: str
    value: str
    label: str
    rate: Rate
    bought: int

    @property
    def percent(self) -> str:
        """“62 %”; empty where there are too few to judge."""
        return _percent(self.rate.share) if self.rate.is_enough else ""

    @property
    def bounds(self) -> str:
        """“48 % to 74 %”, the interval at 95 %."""
        found = self.rate.interval
        return _("%(low)s to %(high)s") % {"low": _percent(found[0]), "high": _percent(found[1])} if found else ""

    @property
    def drawn(self) -> SafeString:
        told = _("too few to judge")
        if self.rate.is_enough:
            told = _("%(percent)s, %(bounds)s") % {"percent": self.percent, "bounds": self.bounds}
        return chart.interval(self.rate, label=told)


def groups(found: Cohort) -> list[list[Figure]]:
    """All together, by time to the first word, by what they got."""
    kinds = [kind for kind in RemedyKind.values if (Group.REMEDY, kind) in found]
    return [
        [_figure(found, Group.ALL, "", _("All"))],
        [_figure(found, Group.PACE, pace, str(PACE_NAMES[pace])) for pace in rates.PACES],
        [
            *(_figure(found, Group.REMEDY, kind, str(RemedyKind(kind).label)) for kind in kinds),
            _figure(found, Group.REMEDY, NOTHING, _("Got nothing")),
        ],
    ]


def _figure(found: Cohort, of: Group, what: str, label: str) -> Figure:
    counts = found.get((of, what), Counts(0, 0, 0))
    return Figure(of, what, label, Rate(counts.came, counts.total), counts.bought)


def points(found: tuple[float, float, float]) -> str:
    """A difference of two rates in words: “12 points lower (between 3 and 21 lower)” as three signed figures."""
    middle, low, high = (round(100 * each) for each in found)
    words = ngettext("%(middle)+d percentage point", "%(middle)+d percentage points", abs(middle))
    return str(_("%(points)s (95 %% interval: %(low)+d to %(high)+d)")) % {
        "points": words % {"middle": middle}, "low": low, "high": high,
    }  # fmt: skip


def _percent(share: float) -> str:
    # With a space that does not break.
    return _("%(count)d\u00a0%%") % {"count": round(100 * share)}
