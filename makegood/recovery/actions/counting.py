"""Counting what is granted, by compare-and-swap: any number of people at once never exceed an authority."""

import datetime as dt

from django.db.models import F, Sum
from django.utils.translation import gettext as _

from makegood.cases.models import Case
from makegood.events.refusals import Refusal
from makegood.recovery.models import Authority, Granted, Remedy, month_of
from makegood.staff.models import Role, User


class BeyondAuthority(Refusal):
    """More than this person may grant: somebody who may more is to be asked."""


def count_in(remedy: Remedy, case: Case, *, by: User, at: dt.datetime) -> None:
    """Count money into the case and the person's month. Part of the verb that grants it. Raises BeyondAuthority."""
    if remedy.minor is None:
        return
    remedy.counted_as = month_of(by, at)
    most = limits(by, remedy.currency)
    # What came over with merged cases is counted under their own names, and grows no more.
    merged = Granted.objects.filter(what__in=_merged_into(case), currency=remedy.currency)
    in_case = most[0] - (merged.aggregate(total=Sum("minor"))["total"] or 0) if most else None
    taken = _take(case.ref, remedy, most=in_case) and _take(remedy.counted_as, remedy, most=most[1] if most else None)
    if not taken:
        raise BeyondAuthority(_("This is more than you may grant yourself. Ask a lead with one press."), field="amount")


def give_back(remedy: Remedy) -> None:
    """What was granted and is not wanted counts no more."""
    if remedy.minor is not None and remedy.case is not None and remedy.counted_as:
        for what in (remedy.case.ref, remedy.counted_as):
            counted = Granted.objects.filter(what=what, currency=remedy.currency)
            counted.update(minor=F("minor") - remedy.minor)


def limits(user: User, currency: str) -> tuple[int, int] | None:
    """How much in a case and in a month, in the smallest unit; None: as much as they judge right.

    Only an administrator for whom nothing is set has no limit; any other role then may grant no money.
    """
    found = Authority.objects.filter(role=user.role, currency=currency).first()
    if found is not None:
        return found.case_minor, found.month_minor
    return None if user.role == Role.ADMIN else (0, 0)


def _merged_into(case: Case) -> list[str]:
    """The references of what is part of a case, whichever way round it came to it."""
    found: list[str] = []
    near = [case.pk]
    while near:
        merged = list(Case.objects.filter(merged_into__in=near).values_list("pk", "ref"))
        found += [ref for _pk, ref in merged]
        near = [pk for pk, _ref in merged]
    return found


def _take(what: str, remedy: Remedy, *, most: int | None) -> bool:
    assert remedy.minor is not None
    Granted.objects.bulk_create([Granted(what=what, currency=remedy.currency)], ignore_conflicts=True)
    counted = Granted.objects.filter(what=what, currency=remedy.currency)
    if most is not None:
        counted = counted.filter(minor__lte=most - remedy.minor)
    return bool(counted.update(minor=F("minor") + remedy.minor))
