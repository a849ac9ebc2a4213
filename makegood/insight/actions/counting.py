"""Bringing the figures up to date: some cases at a time, told anew, and the sums moved by what has changed."""

import dataclasses
import datetime as dt
import uuid
from collections import defaultdict
from zoneinfo import ZoneInfo

from makegood.brands.models import Brand
from makegood.cases.models import Case
from makegood.events.actions import verb
from makegood.events.holding import hold
from makegood.insight import reading_cases
from makegood.insight.actions import adding, reckoning
from makegood.insight.course import Added, Days, Person
from makegood.insight.models import CaseDay, Reckoning, Uncounted, Waiting

AT_ONCE = 200
FIELDS = tuple(field.name for field in dataclasses.fields(Added))


def bring_up_to_date(*, at: dt.datetime) -> int:
    """Count some cases in which something happened, else some of those that were there before; how many."""
    # Asked without a transaction first: a look at nothing must not take SQLite's write lock.
    found = Reckoning.objects.first()
    if found is None:
        return int(Brand.objects.exists() and reckoning.begin(at=at))
    if Uncounted.objects.exists():
        return _count_noted(at=at)
    return 0 if found.past_is_counted else _count_past(at=at)


def keep_up(*, at: dt.datetime) -> int:
    """The same, for the worker: 0 unless as many were counted as are at once, so that the next ones gather meanwhile. A
    case costs the less, the more are counted with it."""
    counted = bring_up_to_date(at=at)
    return counted if counted >= AT_ONCE else 0


@verb
def _count_noted(*, at: dt.datetime) -> int:
    hold(adding.NAME)
    keys = list(Uncounted.objects.order_by("pk").values_list("pk", flat=True)[:AT_ONCE])
    # Forgotten before it is looked at: what happens from now on is noted again, and waits for us to end.
    Uncounted.objects.filter(pk__in=keys).delete()
    _count(keys)
    Reckoning.objects.update(counted_at=at)
    return len(keys)


@verb
def _count_past(*, at: dt.datetime) -> int:
    """The next of the cases there are, by key. Whatever is keyed later, or happens in one, is noted."""
    hold(adding.NAME)
    reckoned = Reckoning.objects.get()
    behind = Case.objects.filter(pk__gt=reckoned.past) if reckoned.past else Case.objects.all()
    keys = list(behind.order_by("pk").values_list("pk", flat=True)[:AT_ONCE])
    _count(keys)
    reckoned.past = keys[-1] if keys else reckoned.past
    reckoned.past_is_counted, reckoned.counted_at = not keys, at
    reckoned.save(update_fields=["past", "past_is_counted", "counted_at"])
    return len(keys)


def _count(keys: list[uuid.UUID]) -> None:
    zone = ZoneInfo(Reckoning.objects.values_list("timezone", flat=True).get())
    cases = Case.objects.in_bulk(keys)
    now = reading_cases.counted(cases.values(), zone)
    before: dict[uuid.UUID, list[CaseDay]] = defaultdict(list)
    for row in CaseDay.objects.filter(case__in=keys):
        before[row.case_id].append(row)  # type: ignore[index]
    chosen = reading_cases.chosen(keys)
    changed = [case for key, case in cases.items() if not _is_told(case, chosen[key], before[key], now[key].days)]
    gone = [row for case in changed for row in before[case.pk]]
    come = [
        _row(case, chosen[case.pk], day, person, added)
        for case in changed
        for (day, person), added in now[case.pk].days.items()
    ]
    CaseDay.objects.filter(pk__in=[row.pk for row in gone]).delete()
    CaseDay.objects.bulk_create(come, batch_size=adding.AT_ONCE)
    adding.add([*((row, -1) for row in gone), *((row, 1) for row in come)])
    _keep_waiting(cases, {key: told.waits_since for key, told in now.items()})


def _keep_waiting(cases: dict[uuid.UUID, Case], since: dict[uuid.UUID, dt.datetime | None]) -> None:
    """A row for each case that waits for us."""
    true = {
        key: Waiting(case=case, brand_id=case.brand_id, team_id=case.team_id, since=at)
        for key, case in cases.items()
        if (at := since[key]) is not None
    }
    kept = Waiting.objects.in_bulk(list(cases))
    right = {key for key, row in kept.items() if key in true and row.says == true[key].says}
    Waiting.objects.filter(pk__in=kept.keys() - right).delete()
    Waiting.objects.bulk_create([row for key, row in true.items() if key not in right])


def _is_told(case: Case, choices: list[str], rows: list[CaseDay], told: Days) -> bool:
    """Whether the rows say just this already."""
    place = (case.brand_id, case.team_id, case.channel, case.language, case.kind_id, choices)
    there = [(row.brand_id, row.team_id, row.channel, row.language, row.kind_id, row.choices) for row in rows]
    if len(rows) != len(told) or any(one != place for one in there):
        return False
    return {(row.day, row.person_id): {name: getattr(row, name) for name in FIELDS} for row in rows} == {
        key: vars(added) for key, added in told.items()
    }


def _row(case: Case, choices: list[str], day: dt.date, person: Person, added: Added) -> CaseDay:
    return CaseDay(
        case=case, day=day, brand_id=case.brand_id, team_id=case.team_id, person_id=person, channel=case.channel,
        language=case.language, kind_id=case.kind_id, choices=choices, **vars(added),
    )  # fmt: skip
