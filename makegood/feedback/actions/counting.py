"""The sums of a day: what a closing adds to them is taken away before it changes, and added again afterwards."""

import datetime as dt
import uuid
from collections.abc import Iterator
from contextlib import contextmanager

from django.db.models import F

from makegood.events.actions import verb
from makegood.feedback.account import LOW, WELL
from makegood.feedback.models import Closing, Day

BATCH = 100


@contextmanager
def counted(closing: Closing) -> Iterator[None]:
    """Part of the verb that changes a closing, which it holds: saves it, and corrects the sums by what changed."""
    before = _worth(closing)
    yield
    closing.save()
    after = _worth(closing)
    changed = {name: after.get(name, 0) - before.get(name, 0) for name in after.keys() | before.keys()}
    changed = {name: number for name, number in changed.items() if number}
    if closing.asked_at is None or not changed:
        return
    day = {"brand_id": closing.brand_id, "team_id": closing.team_id, "day": closing.asked_at.date()}
    Day.objects.bulk_create([Day(**day)], ignore_conflicts=True)
    Day.objects.filter(**day).update(**{name: F(name) + number for name, number in changed.items()})


def count_ripe(*, at: dt.datetime) -> int:
    """Let answers count whose owner has had their day to look at them first; how many."""
    return sum(_count(pk, at) for pk in list(Closing.objects.ripe(at).values_list("pk", flat=True)[:BATCH]))


@verb
def _count(pk: uuid.UUID, at: dt.datetime) -> bool:
    closing = Closing.objects.select_for_update(of=("self",)).get(pk=pk)
    if closing.is_counted or closing.counts_at is None or closing.counts_at > at:
        return False
    with counted(closing):
        closing.is_counted = True
    return True


def _worth(closing: Closing) -> dict[str, int]:
    """What it adds to its day."""
    if closing.asked_at is None:
        return {}
    found = {"asked": 1}
    if closing.is_counted:
        theirs = closing.theirs
        found |= {
            "answered": 1,
            "well": int((theirs.went or 0) >= WELL),
            "badly": int(theirs.went is not None and theirs.went <= LOW),
            "solved": int(theirs.solved is True),
            "unsolved": int(theirs.solved is False),
            "compared": int(not closing.ours.is_empty),
            "differ": int(closing.differs),
        }
    return found
