"""The choices of a report's form, and what was chosen in words. Reads only."""

import dataclasses

from django.utils.translation import gettext as _

from makegood.insight.models import Dimension, Span, Tally
from makegood.insight.reports import naming
from makegood.insight.reports.asking import ALL, OWN, Asked, By
from makegood.insight.reports.periods import Period


@dataclasses.dataclass(frozen=True)
class Choices:
    """`only`: groups of what figures can be narrowed to; `periods` and `by`: value, label, whether it is chosen."""

    only: list[tuple[str, list[tuple[str, str, bool]]]]
    periods: list[tuple[str, str, bool]]
    by: list[dict[str, object]]


def choices(asked: Asked) -> Choices:
    """What can be chosen where one is."""
    periods = {Period.DAY: _("Day"), Period.WEEK: _("Week"), Period.MONTH: _("Month")}
    labels = naming.labels(asked.fields)
    return Choices(
        only=[] if asked.is_own else _only(asked),
        periods=[(period.value, label, period == asked.period) for period, label in periods.items()],
        by=[
            {"label": labels[by], "url": f"{asked.address('reports', by=by)}#parts", "here": by == asked.by}
            for by in asked.choices
        ],
    )


def own(asked: Asked) -> Asked:
    """One's own figures of the same days."""
    return dataclasses.replace(
        asked, whose=OWN, brand=None, team=None, of=Dimension.PERSON, what=str(asked.user.pk), by=By.TEAM
    )


def told(asked: Asked) -> list[str]:
    """In words, one for each."""
    found = [str(each) for each in (asked.brand, asked.team) if each]
    if asked.of and asked.whose == ALL:
        found.append(naming.names(asked.of.value, [asked.what]).get(asked.what, asked.what))
    elif asked.is_own:
        found.append(_("Your own figures"))
    return found


def _only(asked: Asked) -> list[tuple[str, list[tuple[str, str, bool]]]]:
    """Whoever and whatever there are figures of within reach in the months concerned."""
    seen = Tally.objects.visible_to(asked.user).filter(
        span=Span.MONTH, start__gte=asked.days.first.replace(day=1), start__lte=asked.days.last
    )
    found = list(seen.filter(of__in=set(Dimension) - {Dimension.ALL}).order_by().values_list("of", "what").distinct())
    groups = []
    for by, title in naming.labels(asked.fields).items():
        keys = [what for of, what in found if f"{of}:{what}".startswith(f"{by}:")]
        names = naming.names(by, keys)
        entries = sorted((names.get(key, key), f"{Dimension(by.partition(':')[0])}:{key}") for key in keys)
        groups.append((title, [(value, label, value == asked.only) for label, value in entries]))
    return [(label, entries) for label, entries in groups if entries]
